import { denominatorOf, type Divisor } from './denominator-of.js';
import { rounded } from './figures.js';
import type { Material, Released } from './material.js';
import { releasedTable } from './released-table.js';
import type { ReportRow, ReportSection, ReportTable } from './report-content.js';
import { codeOf, wordsFor } from './words-for.js';

interface Rate {
  kind: string;
  per: number;
  words: string;
}

const RATES: readonly Rate[] = [
  { kind: 'workforce', per: 100, words: 'per 100 officers' },
  { kind: 'population', per: 10_000, words: 'per 10,000 people' },
  { kind: 'arrests', per: 1_000, words: 'per 1,000 arrests' },
  { kind: 'stops', per: 1_000, words: 'per 1,000 stops' },
];
const COLUMNS: ReportTable['columns'] = [
  { name: 'count', title: 'Counted', unit: 'count' },
  { name: 'denominator', title: 'Divided by', unit: 'amount' },
  { name: 'rate', title: 'Rate', unit: 'rate' },
];

/** Released counts beside what they are out of. A count without its denominator is what such figures are misread by. */
export function ratesSection(material: Material): ReportSection {
  const [id, title] = ['rates', 'Rates'];
  const { complaints, force, terms, denominators } = material;
  const counted = [
    { released: complaints, name: 'complaints', title: 'Complaints', race: 'complainant_race' },
    { released: force, name: 'force', title: 'Incidents in which force was used', race: 'subject_race' },
  ];
  const tables = counted.flatMap(({ released, ...counting }) => {
    if (!released) return [];
    if (released.coverage.from === null) return [];
    return [totals(released, counting, material), ...byRace(released, counting, material, terms.labels.races)];
  });
  const there = tables.filter(({ rows }) => rows.length > 0);
  const untold = RATES.filter(({ kind }) => !denominators.rows.some((row) => row.kind === kind)).map(
    ({ kind }) => kind,
  );
  return {
    ...{ id, title, tables: there },
    lines: [
      ...(there.length === 0 ? ['There is nothing to divide, or nothing to divide by, in this time.'] : []),
      ...(untold.length === 0 ? [] : [`Nobody has told, for the place as a whole: ${untold.join(', ')}.`]),
    ],
  };
}

interface Counting {
  name: string;
  title: string;
  race: string;
}

function totals(released: Released, { name, title }: Counting, { denominators }: Material): ReportTable {
  const units = released.tallies['']?.[0]?.units ?? 0;
  const rows = RATES.flatMap(({ kind, per, words }) => {
    const divisor = denominatorOf(denominators.rows, { kind, grouping: 'all', group: 'all' }, span(released));
    return divisor === null ? [] : [rateRow(`${name}/${kind}`, `${title} ${words}`, units, per, divisor)];
  });
  return table(released, { id: `${name}-rates`, title: `${title}: rates`, rowTitle: 'Rate', rows });
}

function byRace(
  released: Released,
  { name, title, race }: Counting,
  { denominators }: Material,
  words: Readonly<Record<string, string>>,
): ReportTable[] {
  const rows = (released.tallies[race] ?? []).flatMap(({ keys: [group = null], units }) => {
    if (group === null || group === '*') return [];
    const asked = { kind: 'population', grouping: 'race', group };
    const divisor = denominatorOf(denominators.rows, asked, span(released));
    return divisor === null ? [] : [rateRow(codeOf(group), wordsFor(group, words), units, 10_000, divisor)];
  });
  const naming = { id: `${name}-rates-by-race`, title: `${title} per 10,000 people, by race`, rowTitle: 'Race' };
  return rows.length === 0 ? [] : [table(released, { ...naming, rows })];
}

function table(released: Released, part: Pick<ReportTable, 'id' | 'title' | 'rowTitle' | 'rows'>): ReportTable {
  const sources = [released.release.dataset, 'denominators'];
  return releasedTable(released, { ...part, sources, columns: COLUMNS });
}

function rateRow(code: string, label: string, units: number, per: number, divisor: Divisor): ReportRow {
  if ('missing' in divisor)
    return { code, label, note: `Not computed: ${divisor.missing}.`, cells: [units, divisor, divisor] };
  const { count, note } = divisor;
  const rate = count === 0 ? { missing: 'divided by nothing' } : rounded((per * units) / count, 4);
  return { code, label, note: `Denominator: ${note}`, cells: [units, rounded(count, 2), rate] };
}

const span = ({ coverage }: Released): { from: string; to: string } => ({
  from: coverage.from ?? '',
  to: coverage.to ?? '',
});
