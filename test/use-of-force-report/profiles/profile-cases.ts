import { readFileSync } from 'node:fs';

/** What to put at places of a record (JSON pointers); null takes what is there away. `@name` puts a fact beside it. */
export type Change = Readonly<Record<string, unknown>>;

/** One record that passes and one that fails, each the base with changes. */
export interface RuleCase {
  pass?: Change;
  fail: Change;
}

/** What proves a profile, as data. What can be generated from the profile itself is not here. */
export interface ProfileCases {
  /** how the profile's base differs from the common one */
  base: Change;
  /** what makes an element asked, and answers it, where the base does not */
  asked: Record<string, Change>;
  /** what makes an element not asked that the base answers */
  unasked: Record<string, Change>;
  rules: Record<string, RuleCase>;
  /** by criterion: what leaves that one alone */
  criteria: Record<string, Change>;
  /** what leaves none of them */
  notReportable: Change;
  /** the same, but for something pending that may change it */
  open?: Change;
}

export interface CaseRecord {
  report: Record<string, unknown>;
  facts: Record<string, unknown>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const BASE = read('base-record.json') as Record<string, unknown>;
const FACTS = {
  today: '2026-03-15',
  receivedOn: '2026-03-15',
  sameIncident: [],
  zeroReport: false,
  departmentOri: 'NJ0010100',
};

export function casesOf(profile: string): ProfileCases {
  return read(`${profile}.cases.json`) as ProfileCases;
}

/** The common record with all these changes, in turn. */
export function recordWith(...changes: readonly (Change | undefined)[]): CaseRecord {
  const record: CaseRecord = { report: structuredClone(BASE), facts: structuredClone(FACTS) };
  for (const [place, value] of changes.flatMap((change) => Object.entries(change ?? {}))) put(record, place, value);
  return record;
}

function put({ report, facts }: CaseRecord, place: string, value: unknown): void {
  const steps = place.replace(/^[@/]/, '').split('/');
  const last = steps.pop()!;
  const whole = place.startsWith('@') ? facts : report;
  const within = steps.reduce((at, step) => at[step] as Record<string, unknown>, whole);
  if (value === null) Reflect.deleteProperty(within, last);
  else within[last] = structuredClone(value);
}
