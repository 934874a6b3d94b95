/** What was recommended or imposed: the charter's code, and the days where it is a suspension of so many. */
export interface Outcome {
  kind: string;
  days: number | null;
}

/** By the first words, the longest first where one begins another. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^NO ACTION TAKEN/, 'none'],
  [/^SUSTAINED ?- ?NO PENALTY/, 'sustained_no_penalty'],
  [/^VIOLATION NOTED/, 'violation_noted'],
  [/^REPRIMAND/, 'reprimand'],
  [/^SUSPENDED OVE?R 30 DAYS?/, 'suspension_over_30_days'],
  [/^SUSPEN'?D(ED)? INDEFINIT/, 'suspension_indefinite'],
  [/^SEPARAT/, 'separation'],
  [/^RESIGNED/, 'resigned'],
  [/^PENALTY NOT SERVED/, 'penalty_not_served'],
  [/^REINSTATED/, 'reinstated'],
  [/^ADMIN/, 'administrative_closing'],
  [/^DECEASED/, 'deceased'],
];
const SUSPENSION = /^(?:SUSPENDED FOR )?(\d{1,3}) ?(?:DAYS? ?)?(?:SUSPENSION)?(?: ?DAYS?)?$/;

/**
 * Reads an outcome in any of its spellings: `005 - 5 SUSPENSION`, `5 Day Suspension`, `Suspended for 180 Days`, `365`.
 * A number alone is days of suspension, but 999, which the code list gives to officers who died. `Unknown` and a blank
 * say nothing: null. False: words that are unknown to us.
 */
export function outcomeOf(cell: string): Outcome | null | false {
  const told = cell.trim().toUpperCase().replace(/\s+/g, ' ').replace(/^\*+/, '');
  if (told === '' || told === 'UNKNOWN') return null;
  if (told === '999') return { kind: 'deceased', days: null };
  const words = told.replace(/^\d{3} - /, '');
  const days = Number(SUSPENSION.exec(words)?.[1] ?? 0);
  if (days > 0) return { kind: 'suspension', days };
  if (words === 'SUSPENSION') return { kind: 'suspension', days: null };
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  return kind === undefined ? false : { kind, days: null };
}
