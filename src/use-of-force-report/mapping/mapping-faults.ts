import { columnsRead } from './columns-read.js';
import type { Mapping, PartRule } from './mapping.js';
import { PARTS } from './mapping.js';
import { isObject, isTexts, type MappingFault, MappingFaultList, type Told } from './mapping-fault-list.js';
import { placeholderFaults, ruleFaults, separatorFaults, wordsFaults } from './rule-faults.js';
import { missingColumns, sourceFaults } from './source-faults.js';

const PART_NAMES = ['from', 'most', 'key', 'fields', 'alone'];
const MAPPING_NAMES = ['groupBy', 'source', 'separator', 'placeholders', 'vocabularies', 'incident', ...PARTS, 'notes'];

/** What is wrong with a mapping, each with its place; an empty list is a yes. */
export function mappingFaults(document: unknown): MappingFault[] {
  const faults = new MappingFaultList();
  if (!isObject(document)) {
    faults.add('', 'Send the mapping as an object.');
    return faults.found;
  }
  faults.names('', document, MAPPING_NAMES);
  if (!isTexts(document['groupBy']) || document['groupBy'].length === 0)
    faults.add('/groupBy', 'Name the columns that tell one report from another.');
  if (document['notes'] !== undefined && !isTexts(document['notes'])) faults.add('/notes', 'List notes as text.');
  separatorFaults(document['separator'], '', faults);
  placeholderFaults(document['placeholders'], '/placeholders', faults);
  const known = vocabulariesIn(document['vocabularies'] ?? {}, faults);
  sourceFaults(document['source'], known, faults);
  fieldsAt(document['incident'], '/incident', known, faults);
  for (const part of PARTS) partsAt(document[part], `/${part}`, known, faults);
  if (faults.found.length === 0) unreadColumns(document as unknown as Mapping, faults);
  return faults.found;
}

function vocabulariesIn(vocabularies: unknown, faults: MappingFaultList): string[] {
  if (!isObject(vocabularies)) {
    faults.add('/vocabularies', 'Name vocabularies: an object of words and codes each.');
    return [];
  }
  for (const [name, words] of Object.entries(vocabularies)) wordsFaults(words, `/vocabularies/${name}`, faults);
  return Object.keys(vocabularies);
}

function unreadColumns(mapping: Mapping, faults: MappingFaultList): void {
  if (!mapping.source) return;
  const missing = missingColumns(columnsRead(mapping).all, mapping.source.columns);
  if (missing.length > 0) faults.add('/source/columns', `A rule reads a column that is not listed: ${missing[0]}.`);
}

function partsAt(told: unknown, path: string, vocabularies: readonly string[], faults: MappingFaultList): void {
  if (!Array.isArray(told)) {
    faults.add(path, 'List here how these parts are made; an empty list makes none.');
    return;
  }
  told.forEach((part: unknown, index) => {
    const at = `${path}/${index}`;
    if (!isObject(part)) faults.add(at, 'Say here whence the parts come, and their fields.');
    else onePart(part, at, vocabularies, faults);
  });
}

function onePart(
  part: Told & Partial<PartRule>,
  at: string,
  vocabularies: readonly string[],
  faults: MappingFaultList,
): void {
  faults.names(at, part, PART_NAMES);
  if (!['row', 'lists', 'columns'].includes(part.from as string))
    faults.add(`${at}/from`, 'Say row, lists or columns.');
  const { most } = part;
  if ((part.from === 'columns') !== (most !== undefined))
    faults.add(`${at}/most`, 'Beside columns, and only there, say up to which number.');
  else if (most !== undefined && !(Number.isInteger(most) && most >= 1 && most <= 50))
    faults.add(`${at}/most`, 'Say a number from 1 to 50.');
  if (part.key !== undefined && !isTexts(part.key)) faults.add(`${at}/key`, 'List columns.');
  fieldsAt(part.fields, `${at}/fields`, vocabularies, faults);
  if (part.alone !== undefined) fieldsAt(part.alone, `${at}/alone`, vocabularies, faults);
}

function fieldsAt(told: unknown, path: string, vocabularies: readonly string[], faults: MappingFaultList): void {
  if (!isObject(told)) {
    faults.add(path, 'Say here field by field how it is read.');
    return;
  }
  for (const [name, rule] of Object.entries(told)) ruleFaults(rule, `${path}/${name}`, vocabularies, faults);
}
