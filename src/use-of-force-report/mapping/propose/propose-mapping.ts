import type { FieldRule, Mapping, Placeholders } from '../mapping.js';
import type { ColumnProfile } from './column-profile.js';
import { hourShare } from './cell-form.js';
import { type ElementPlace, elementOf, isDepartment } from './header-elements.js';
import { numberColumns, type SeenColumn } from './number-columns.js';
import { placeholderState } from './placeholder-words.js';
import { type FoundParts, proposeParts } from './propose-parts.js';
import { proposeRule, type ProposedRule, type Vocabularies } from './propose-rule.js';
import { columnNote } from './column-note.js';

interface Proposal extends ProposedRule {
  place: ElementPlace;
  seen: SeenColumn;
}

/**
 * A first draft of a mapping for a table that nobody has mapped yet, from its headings and what was seen in its columns. It
 * loads as it is; what is not sure says so in its notes, for a person to look at.
 * @param name of the table: small letters, digits and hyphens
 */
export function proposeMapping(name: string, profiles: readonly ColumnProfile[], terms: Vocabularies): Mapping {
  const seen = numberColumns(profiles);
  const found = best(seen.flatMap((column) => proposalsOf(column, terms)));
  const key = keyOf(seen);
  const department = seen.find(({ profile }) => isDepartment(profile.column) && profile.said > 0)?.profile.column;
  const read = new Set([...found.map(({ seen: { profile } }) => profile.column), key.column, department]);
  const left = seen.filter(({ profile }) => !read.has(profile.column));
  return {
    notes: [
      `Drafted from ${profiles[0]?.rows ?? 0} rows. Before a rule stands how much of its column was understood; look at what is below 0.9.`,
      ...(department === undefined
        ? ['No column names the department: write its name in source.department.name.']
        : []),
      ...left.map(({ profile }) => `Not read: ${profile.column}, ${columnNote(profile)}.`),
    ],
    groupBy: [key.column],
    source: {
      name,
      columns: profiles.map(({ column }) => column),
      ...(key.eachRow ? { eachRow: true } : {}),
      department: { name: department === undefined ? { value: name } : { column: department } },
    },
    placeholders: placeholdersIn(profiles),
    incident: incidentOf(found, key.column),
    ...proposeParts(partsOf(found), key.eachRow),
  };
}

function proposalsOf(seen: SeenColumn, terms: Vocabularies): Proposal[] {
  const place = elementOf(seen.profile.column);
  if (!place || seen.profile.said === 0 || (place.part === 'incident' && seen.most > 1)) return [];
  const proposed = proposeRule(place, seen.profile, terms);
  if (!proposed) return [];
  const note = `${proposed.confidence.toFixed(2)}: ${columnNote(seen.profile)}`;
  return [{ ...proposed, rule: { ...proposed.rule, note }, place, seen }];
}

/** One column for each element: the one that is understood best, of equals the first. */
function best(proposals: readonly Proposal[]): Proposal[] {
  const byPlace = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const place = `${proposal.place.part}/${proposal.place.name}`;
    const standing = byPlace.get(place);
    if (!standing || proposal.confidence > standing.confidence) byPlace.set(place, proposal);
  }
  return [...byPlace.values()];
}

/** What tells reports apart: a number that no two rows share, or else one that rows of one report share. */
function keyOf(seen: readonly SeenColumn[]): { column: string; eachRow: boolean } {
  const numbers = seen
    .filter(({ profile, most }) => most === 1 && isNumber(profile.column))
    .map(({ profile }) => profile);
  const unique = numbers.find((profile) => profile.tellsRowsApart);
  if (unique) return { column: unique.column, eachRow: true };
  const [shared] = numbers.filter(({ said, rows }) => said === rows);
  return { column: (shared ?? seen[0]?.profile)?.column ?? '', eachRow: false };
}

function isNumber(column: string): boolean {
  const place = elementOf(column);
  return place?.name === 'reportNumber' || place?.name === 'incidentNumber';
}

function incidentOf(found: readonly Proposal[], key: string): Record<string, FieldRule> {
  const told = found.filter(({ place }) => place.part === 'incident');
  const fields = Object.fromEntries(told.map(({ place, rule }) => [place.name, rule]));
  const date = told.find(({ place }) => place.name === 'occurredOn')?.seen.profile;
  const { reportNumber = { column: key }, incidentNumber = { column: key }, ...others } = fields;
  const timed = date !== undefined && !others['occurredHour'] && tellsTime(date);
  const hour: FieldRule = {
    column: date?.column ?? '',
    as: 'hour',
    otherwise: null,
    note: '0.70: of the same column as the day',
  };
  return { reportNumber, incidentNumber, ...others, ...(timed ? { occurredHour: hour } : {}) };
}

/** Midnight in every row is no time of day, but how a day was exported. */
function tellsTime(date: ColumnProfile): boolean {
  const timed = date.share((value) => /\d:\d\d/.test(value) && !/\b(?:12:00(?::00)? AM|00:00(?::00)?)/.test(value));
  return timed > 0.5 && hourShare(date) > 0.5;
}

function partsOf(found: readonly Proposal[]): FoundParts {
  const of = (part: 'subjects' | 'officers' | 'force'): FoundParts['force'] => {
    const told = found.filter(({ place }) => place.part === part);
    return {
      fields: Object.fromEntries(told.map(({ place, rule }) => [place.name, rule])),
      most: Math.max(1, ...told.map(({ seen }) => seen.most)),
    };
  };
  return { subjects: of('subjects'), officers: of('officers'), force: of('force') };
}

function placeholdersIn(profiles: readonly ColumnProfile[]): Placeholders {
  const words = new Set(profiles.flatMap(({ placeholders }) => [...placeholders.keys()]));
  return Object.fromEntries([...words].sort().map((word) => [word, placeholderState(word) ?? 'blank']));
}
