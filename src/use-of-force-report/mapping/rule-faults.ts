import type { FieldRule } from './mapping.js';
import { isObject, isTexts, type MappingFaultList, type Told } from './mapping-fault-list.js';
import { isDayFormat } from './written-day.js';

const KINDS = ['text', 'number', 'yes-or-no', 'day', 'hour', 'words', 'any'];
const STATES = ['pending', 'unknown_final', 'not_applicable', 'not_asked', 'blank'];
const RULE_NAMES = [
  ...['column', 'value', 'link', 'as', 'format', 'none', 'least', 'most', 'upTo', 'after', 'without', 'separator'],
  ...['words', 'otherwise', 'several', 'default', 'placeholders', 'instead', 'doubtedBy', 'note'],
];
/** A rule may fall back on another, and that on a third; deeper nobody reads. */
const DEEPEST = 4;

/** What is wrong with one field's rule. */
export function ruleFaults(
  told: unknown,
  at: string,
  vocabularies: readonly string[],
  faults: MappingFaultList,
  depth = 1,
): void {
  if (!isObject(told)) {
    faults.add(at, 'Say how this field is read: at least its column.');
    return;
  }
  faults.names(at, told, RULE_NAMES);
  whence(told, at, faults);
  kind(told, at, faults);
  cutting(told, at, faults);
  wording(told, at, vocabularies, faults);
  for (const name of ['instead', 'doubtedBy'])
    if (told[name] !== undefined && depth === DEEPEST) faults.add(`${at}/${name}`, 'This goes too deep: leave it out.');
    else if (told[name] !== undefined) ruleFaults(told[name], `${at}/${name}`, vocabularies, faults, depth + 1);
}

function whence({ column, value, link }: Told & Partial<FieldRule>, at: string, faults: MappingFaultList): void {
  if ([column, value, link].filter((each) => each !== undefined).length !== 1)
    faults.add(at, 'Say one of column, value and link.');
  if (column !== undefined && !isText(column)) faults.add(`${at}/column`, 'Name a column.');
  if (link !== undefined && !isLink(link))
    faults.add(`${at}/link`, 'Say to: officers or subjects, and by: row or only.');
}

function kind(rule: Told & Partial<FieldRule>, at: string, faults: MappingFaultList): void {
  const { as = 'text', format, none, least, most } = rule;
  if (!KINDS.includes(as)) faults.add(`${at}/as`, `Say one of ${KINDS.join(', ')}.`);
  if (format !== undefined && !(as === 'day' && typeof format === 'string' && isDayFormat(format)))
    faults.add(`${at}/format`, 'Beside a day, say how it is written: YYYY, MM or M, DD or D, once each.');
  if (none !== undefined && !(as === 'any' && isTexts(none)))
    faults.add(`${at}/none`, 'Beside any, list the words that say that there is none.');
  for (const [name, limit] of Object.entries({ least, most }))
    if (limit !== undefined && !(as === 'number' && typeof limit === 'number' && Number.isFinite(limit)))
      faults.add(`${at}/${name}`, 'Beside a number, say a limit.');
}

function cutting(
  { upTo, after, without, note }: Told & Partial<FieldRule>,
  at: string,
  faults: MappingFaultList,
): void {
  for (const [name, mark] of Object.entries({ upTo, after }))
    if (mark !== undefined && !(isText(mark) && mark.length <= 20))
      faults.add(`${at}/${name}`, 'Say where the cell is cut: 1 to 20 characters.');
  if (without !== undefined && !isTexts(without)) faults.add(`${at}/without`, 'List endings.');
  if (note !== undefined && typeof note !== 'string') faults.add(`${at}/note`, 'Write a note as text.');
}

function wording(
  rule: Told & Partial<FieldRule>,
  at: string,
  known: readonly string[],
  faults: MappingFaultList,
): void {
  const { words } = rule;
  if (typeof words === 'string' && !known.includes(words)) faults.add(`${at}/words`, 'There is no such vocabulary.');
  else if (words !== undefined && typeof words !== 'string') wordsFaults(words, `${at}/words`, faults);
  for (const name of ['otherwise', 'several'] as const)
    if (rule[name] !== undefined && rule[name] !== null && typeof rule[name] !== 'string')
      faults.add(`${at}/${name}`, 'Say a code, or null.');
  separatorFaults(rule.separator, at, faults);
  placeholderFaults(rule.placeholders, `${at}/placeholders`, faults);
}

export function wordsFaults(words: unknown, path: string, faults: MappingFaultList): void {
  if (!isObject(words) || !Object.values(words).every((code) => typeof code === 'string'))
    faults.add(path, 'Say for each word its code.');
}

export function separatorFaults(told: unknown, path: string, faults: MappingFaultList): void {
  if (told !== undefined && !(isText(told) && told.length <= 5))
    faults.add(`${path}/separator`, 'Say what stands between the items of a list: 1 to 5 characters.');
}

export function placeholderFaults(told: unknown, path: string, faults: MappingFaultList): void {
  if (told === undefined) return;
  if (!isObject(told) || !Object.values(told).every((state) => STATES.includes(state as string)))
    faults.add(path, `Say for each placeholder one of ${STATES.join(', ')}.`);
}

function isText(told: unknown): told is string {
  return typeof told === 'string' && told !== '';
}

function isLink(told: unknown): boolean {
  const { to, by, ...more } = (told ?? {}) as Told;
  return (
    ['officers', 'subjects'].includes(to as string) &&
    ['row', 'only'].includes(by as string) &&
    Object.keys(more).length === 0
  );
}
