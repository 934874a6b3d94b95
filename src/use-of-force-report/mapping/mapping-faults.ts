import type { FieldRule, PartRule } from './mapping.js';
import { PARTS } from './mapping.js';
import { isDayFormat } from './written-day.js';

export interface MappingFault {
  /** JSON pointer into the mapping */
  path: string;
  code: 'mapping-faulty';
  message: string;
}

type Told = Record<string, unknown>;
const KINDS = ['text', 'number', 'yes-or-no', 'day', 'hour', 'words'];
const STATES = ['pending', 'unknown_final', 'not_applicable', 'not_asked', 'blank'];
const RULE_NAMES = [
  'column',
  'value',
  'link',
  'as',
  'format',
  'separator',
  'words',
  'otherwise',
  'default',
  'placeholders',
];
const PART_NAMES = ['from', 'most', 'key', 'fields', 'alone'];
const MAPPING_NAMES = ['groupBy', 'separator', 'placeholders', 'vocabularies', 'incident', ...PARTS];
const MOST_FAULTS = 50;

/** What is wrong with a mapping, each with its place; an empty list is a yes. */
export function mappingFaults(document: unknown): MappingFault[] {
  const faults = new Faults();
  if (!isObject(document)) faults.add('', 'Send the mapping as an object.');
  else {
    faults.names('', document, MAPPING_NAMES);
    if (!isTexts(document['groupBy']) || document['groupBy'].length === 0)
      faults.add('/groupBy', 'Name the columns that tell one report from another.');
    separator(document['separator'], '', faults);
    placeholders(document['placeholders'], '/placeholders', faults);
    const vocabularies = document['vocabularies'] ?? {};
    if (isObject(vocabularies))
      for (const [name, words] of Object.entries(vocabularies)) wordsAt(words, `/vocabularies/${name}`, faults);
    else faults.add('/vocabularies', 'Name vocabularies: an object of words and codes each.');
    const known = isObject(vocabularies) ? Object.keys(vocabularies) : [];
    fieldsAt(document['incident'], '/incident', known, faults);
    for (const part of PARTS) partsAt(document[part], `/${part}`, known, faults);
  }
  return faults.found;
}

class Faults {
  readonly found: MappingFault[] = [];

  add(path: string, message: string): void {
    if (this.found.length < MOST_FAULTS) this.found.push({ path: path.slice(0, 200), code: 'mapping-faulty', message });
  }

  names(path: string, told: Told, known: readonly string[]): void {
    for (const name of Object.keys(told))
      if (!known.includes(name)) this.add(`${path}/${name}`, `Leave this out: here stand ${known.join(', ')}.`);
  }
}

function partsAt(told: unknown, path: string, vocabularies: readonly string[], faults: Faults): void {
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

function onePart(part: Told & Partial<PartRule>, at: string, vocabularies: readonly string[], faults: Faults): void {
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

function fieldsAt(told: unknown, path: string, vocabularies: readonly string[], faults: Faults): void {
  if (!isObject(told)) {
    faults.add(path, 'Say here field by field how it is read.');
    return;
  }
  for (const [name, rule] of Object.entries(told)) {
    const at = `${path}/${name}`;
    if (isObject(rule)) oneRule(rule, at, vocabularies, faults);
    else faults.add(at, 'Say how this field is read: at least its column.');
  }
}

function oneRule(rule: Told & Partial<FieldRule>, at: string, vocabularies: readonly string[], faults: Faults): void {
  faults.names(at, rule, RULE_NAMES);
  const { column, as = 'text', format, words, otherwise, link } = rule;
  const whence = [column, rule.value, link].filter((each) => each !== undefined).length;
  if (whence !== 1) faults.add(at, 'Say one of column, value and link.');
  if (column !== undefined && !(typeof column === 'string' && column !== ''))
    faults.add(`${at}/column`, 'Name a column.');
  if (!KINDS.includes(as)) faults.add(`${at}/as`, `Say one of ${KINDS.join(', ')}.`);
  if (format !== undefined && !(as === 'day' && typeof format === 'string' && isDayFormat(format)))
    faults.add(`${at}/format`, 'Beside a day, say how it is written: YYYY, MM or M, DD or D, once each.');
  if (link !== undefined && !isLink(link))
    faults.add(`${at}/link`, 'Say to: officers or subjects, and by: row or only.');
  if (typeof words === 'string' && !vocabularies.includes(words))
    faults.add(`${at}/words`, 'There is no such vocabulary.');
  else if (words !== undefined && typeof words !== 'string') wordsAt(words, `${at}/words`, faults);
  if (otherwise !== undefined && otherwise !== null && typeof otherwise !== 'string')
    faults.add(`${at}/otherwise`, 'Say a code, or null.');
  separator(rule.separator, at, faults);
  placeholders(rule.placeholders, `${at}/placeholders`, faults);
}

function wordsAt(words: unknown, path: string, faults: Faults): void {
  if (!isObject(words) || !Object.values(words).every((code) => typeof code === 'string'))
    faults.add(path, 'Say for each word its code.');
}

function separator(told: unknown, path: string, faults: Faults): void {
  if (told !== undefined && !(typeof told === 'string' && told.length > 0 && told.length <= 5))
    faults.add(`${path}/separator`, 'Say what stands between the items of a list: 1 to 5 characters.');
}

function placeholders(told: unknown, path: string, faults: Faults): void {
  if (told === undefined) return;
  if (!isObject(told) || !Object.values(told).every((state) => STATES.includes(state as string)))
    faults.add(path, `Say for each placeholder one of ${STATES.join(', ')}.`);
}

function isLink(told: unknown): boolean {
  const { to, by, ...more } = (told ?? {}) as Told;
  return (
    ['officers', 'subjects'].includes(to as string) &&
    ['row', 'only'].includes(by as string) &&
    Object.keys(more).length === 0
  );
}

function isObject(told: unknown): told is Told {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}

function isTexts(told: unknown): told is string[] {
  return Array.isArray(told) && told.every((each) => typeof each === 'string' && each !== '');
}
