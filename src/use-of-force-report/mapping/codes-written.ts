import type { Fields, FieldRule, Mapping } from './mapping.js';
import { PARTS } from './mapping.js';

type Vocabulary = 'races' | 'genders' | 'forceTypes';
const VOCABULARY_OF: Readonly<Record<string, Vocabulary>> = {
  race: 'races',
  races: 'races',
  gender: 'genders',
  forceType: 'forceTypes',
};

/** The codes of the charter's vocabularies that a mapping writes, whatever the table says. */
export function codesWritten(mapping: Mapping): Record<Vocabulary, Set<string>> {
  const codes = { races: new Set<string>(), genders: new Set<string>(), forceTypes: new Set<string>() };
  for (const [name, rule] of fieldsOf(mapping)) {
    const vocabulary = VOCABULARY_OF[name];
    if (vocabulary) for (const code of codesOf(rule, mapping)) codes[vocabulary].add(code);
  }
  return codes;
}

function fieldsOf(mapping: Mapping): [string, FieldRule][] {
  const ofPart = ({ fields, alone = {} }: { fields: Fields; alone?: Fields }): [string, FieldRule][] => [
    ...Object.entries(fields),
    ...Object.entries(alone),
  ];
  return PARTS.flatMap((part) => mapping[part].flatMap(ofPart));
}

function codesOf(rule: FieldRule, mapping: Mapping): string[] {
  const { words = {}, otherwise, several, value, instead } = rule;
  const known = typeof words === 'string' ? (mapping.vocabularies?.[words] ?? {}) : words;
  const single = [otherwise, several, value, rule.default].filter((code): code is string => typeof code === 'string');
  return [...Object.values(known), ...single, ...(instead ? codesOf(instead, mapping) : [])];
}
