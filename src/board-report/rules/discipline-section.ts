import { byFirstCell } from './complaints-section.js';
import { sum } from './allegations-section.js';
import { nothingReleased } from './lacking.js';
import type { Material, Released, Tally } from './material.js';
import { coverageLines, most, releasedTable } from './released-table.js';
import type { ReportSection, ReportTable } from './report-content.js';
import { codeOf, wordsFor } from './words-for.js';

const MOST_PAIRS = 40;
type Words = Readonly<Record<string, string>>;

export function disciplineSection({ complaints, period, terms }: Material): ReportSection {
  const [id, title] = ['discipline', 'Discipline recommended and imposed'];
  const tallies = complaints?.tallies['discipline_recommended,discipline_imposed'] ?? null;
  if (!complaints || tallies === null) return { id, title, lines: [nothingReleased('discipline')], tables: [] };
  const recorded = tallies.filter(({ keys: [one, other] }) => one !== null || other !== null);
  if (recorded.length === 0)
    return { id, title, lines: ['The release has no discipline in this time, recommended or imposed.'], tables: [] };
  const words = terms.labels.disciplines;
  const tables = [kindTable(complaints, recorded, words), ...pairTable(complaints, recorded, words)];
  return { id, title, lines: coverageLines(complaints, period), tables };
}

function kindTable(released: Released, tallies: readonly Tally[], words: Words): ReportTable {
  const kinds = [...new Set(tallies.flatMap(({ keys }) => keys))].filter((kind) => kind !== null);
  const rows = kinds.map((kind) => {
    const cells = [0, 1].map((at) => sum(tallies.filter(({ keys }) => keys[at] === kind)));
    return { code: codeOf(kind), label: wordsFor(kind, words), note: null, cells };
  });
  return releasedTable(released, {
    ...{ id: 'discipline-by-kind', title: 'Discipline by kind', rowTitle: 'Discipline', rows: rows.sort(byFirstCell) },
    columns: [
      { name: 'recommended', title: 'Recommended', unit: 'count' },
      { name: 'imposed', title: 'Imposed', unit: 'count' },
    ],
    ...{ drawn: ['recommended', 'imposed'], notes: ['Counted in allegations: one may have either, both or none.'] },
  });
}

function pairTable(released: Released, tallies: readonly Tally[], words: Words): ReportTable[] {
  const rows = tallies
    .filter(({ keys: [recommended] }) => recommended !== null)
    .map(({ keys: [recommended = null, imposed = null], rows: count }) => ({
      code: `${codeOf(recommended)}>${codeOf(imposed)}`,
      label: `${wordsFor(recommended, words)} → ${imposed === null ? 'none recorded' : wordsFor(imposed, words)}`,
      ...{ note: null, cells: [count] },
    }));
  if (rows.length === 0) return [];
  return [
    releasedTable(released, {
      ...{ id: 'discipline-outcomes', title: 'What became of each recommendation of discipline' },
      ...{ rowTitle: 'Recommended → imposed', rows: most(rows.sort(byFirstCell), MOST_PAIRS) },
      columns: [{ name: 'allegations', title: 'Allegations', unit: 'count' }],
    }),
  ];
}
