import type { CharterDocument } from '../../charter/index.js';
import type { Grouping } from './denominator-statement.js';

export interface CountFault {
  /** JSON pointer into the statement */
  path: string;
  code: 'no-counts' | 'too-many-groups' | 'unknown-group' | 'not-an-age-band' | 'bands-overlap' | 'not-a-count';
  message: string;
}

const MOST_GROUPS = 100;
const GREATEST = 2_000_000_000;
const BAND = /^(\d{1,3})(?:-(\d{1,3})|\+)$/;

/** Everything that is wrong with the counts of a statement; what was not counted by group is `unknown`. */
export function countFaults(grouping: Grouping, counts: object, charter: CharterDocument): CountFault[] {
  const told = Object.entries(counts) as [string, unknown][];
  if (told.length === 0) return [{ path: '/counts', code: 'no-counts', message: 'Tell at least one count.' }];
  if (told.length > MOST_GROUPS)
    return [{ path: '/counts', code: 'too-many-groups', message: `Tell at most ${MOST_GROUPS} groups.` }];
  return [...groupFaults(grouping, Object.keys(counts), charter), ...told.flatMap(numberFault)];
}

function numberFault([group, count]: [string, unknown]): CountFault[] {
  if (Number.isInteger(count) && (count as number) >= 0 && (count as number) <= GREATEST) return [];
  const message = `Send a whole number from 0 to ${GREATEST}, without quotation marks.`;
  return [{ path: pathOf(group), code: 'not-a-count', message }];
}

function groupFaults(grouping: Grouping, groups: readonly string[], charter: CharterDocument): CountFault[] {
  if (grouping === 'age') return bandFaults(groups.filter((group) => group !== 'unknown'));
  const known = knownGroups(grouping, charter);
  return groups
    .filter((group) => !known.includes(group))
    .map((group) => ({ path: pathOf(group), code: 'unknown-group', message: `Use one of: ${known.join(', ')}.` }));
}

function knownGroups(grouping: 'all' | 'race' | 'gender', { people }: CharterDocument): string[] {
  if (grouping === 'all') return ['all'];
  const codes = (grouping === 'race' ? people.races : people.genders).map(({ code }) => code);
  return codes.includes('unknown') ? codes : [...codes, 'unknown'];
}

/** Bands are written `18-24` and, the last one, `65+`; nobody is in two of them. */
function bandFaults(groups: readonly string[]): CountFault[] {
  const bands = groups.map((group) => ({ group, band: bandOf(group) }));
  const wrong = bands.filter(({ band }) => band === null);
  if (wrong.length > 0)
    return wrong.map(({ group }) => ({
      path: pathOf(group),
      code: 'not-an-age-band',
      message: 'Write an age band as 18-24, or as 65+ for the last one.',
    }));
  const sorted = bands.flatMap(({ group, band }) => (band ? [{ group, ...band }] : [])).sort((a, b) => a.from - b.from);
  return sorted.slice(1).flatMap(({ group, from }, index) => {
    const before = sorted[index];
    if (!before || before.to < from) return [];
    const message = `This band overlaps ${before.group}: somebody would be counted twice.`;
    return [{ path: pathOf(group), code: 'bands-overlap' as const, message }];
  });
}

function bandOf(group: string): { from: number; to: number } | null {
  const match = BAND.exec(group);
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[2] === undefined ? Infinity : Number(match[2]);
  return from <= to ? { from, to } : null;
}

function pathOf(group: string): string {
  return `/counts/${group.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
