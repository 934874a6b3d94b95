export type Row = Record<string, string>;

/** The different words of a column, in order. */
export const words = (rows: readonly Row[], column: string): string[] =>
  [...new Set(rows.map((row) => row[column] ?? ''))].sort();

const RANKS = ['sustained', 'not_sustained', 'exonerated', 'unfounded', 'mediated', 'no_finding', 'pending'];

/** What the row of a complaint must say, by its allegations alone. */
export function naiveComplaint(own: readonly Row[]): Row {
  const findings = words(own, 'finding');
  return {
    ...{ place: own[0]!.place!, complainant_race: own[0]!.complainant_race! },
    allegations: words(own, 'allegation').join('; '),
    allegation_count: String(own.length),
    officer_count: String(words(own, 'officer').length),
    disposition: RANKS.find((rank) => findings.includes(rank)) ?? '',
    discipline_imposed: words(own, 'discipline_imposed').filter(Boolean).join('; '),
  };
}

/** Description of a unit → how many units have it: what a reader can group by who knows everything but the key. */
export function describedAlike(rows: readonly Row[], unit: string): number[] {
  const units = [...Map.groupBy(rows, (row) => row[unit]).values()];
  const description = (own: Row[]): string =>
    own
      .map(({ [unit]: _, ...row }) => Object.values(row).join('|'))
      .sort()
      .join('\n');
  return [...Map.groupBy(units, description).values()].map((alike) => alike.length);
}
