import { byFirstCell, placeTable, reach, timeRows } from './complaints-section.js';
import { NOT_SHOWN } from './coverage.js';
import { nothingReleased } from './lacking.js';
import type { Material, Released } from './material.js';
import { coverageLines, releasedTable, suppressedLines } from './released-table.js';
import type { ReportSection, ReportTable } from './report-content.js';
import { codeOf, wordsFor } from './words-for.js';

const COLUMNS: ReportTable['columns'] = [
  { name: 'incidents', title: 'Incidents', unit: 'count' },
  { name: 'uses', title: 'Uses', unit: 'count' },
];
const YES_NO: Readonly<Record<string, string>> = { true: 'Yes', false: 'No' };

export function forceSection({ force, period, terms }: Material): ReportSection {
  const [id, title] = ['use-of-force', 'Use of force'];
  if (!force) return { id, title, lines: [nothingReleased('use of force')], tables: [] };
  return {
    ...{
      id,
      title,
      lines: [
        force.release.oneRow,
        ...coverageLines(force, period),
        ...suppressedLines(force, 'subject_race', 'Race of the person'),
        ...suppressedLines(force, 'place', 'Department'),
      ],
    },
    tables: [
      releasedTable(force, {
        ...{ id: 'force-by-time', title: 'Incidents in which force was used, by when', rowTitle: 'When' },
        ...{ columns: COLUMNS, rows: timeRows(force), drawn: ['incidents'], covers: reach(force) },
      }),
      ...groupTable(force, 'force_types', { id: 'force-by-type', title: 'Force by type' }, terms.labels.forceTypes),
      ...groupTable(
        force,
        'subject_race',
        { id: 'force-by-race', title: 'Force by race of the person' },
        terms.labels.races,
      ),
      ...groupTable(
        force,
        'subject_injured',
        { id: 'force-by-injury', title: 'Whether the person was injured' },
        YES_NO,
      ),
      ...placeTable(force, 'force-by-place', 'Force by department', COLUMNS),
    ],
  };
}

/** An incident with two types of force counts under both. */
function groupTable(
  released: Released,
  column: string,
  naming: { id: string; title: string },
  words: Readonly<Record<string, string>>,
): ReportTable[] {
  const tallies = released.tallies[column] ?? [];
  if (tallies.length === 0 || tallies.every(({ keys }) => keys[0] === NOT_SHOWN)) return [];
  const rows = tallies.map(({ keys: [value = null], units, rows: uses }) => ({
    ...{ code: codeOf(value), label: wordsFor(value, words), note: null, cells: [units, uses] },
  }));
  const notes = ['An incident, and a use, counts in each row that fits it: rows do not add up to a total.'];
  return [
    releasedTable(released, {
      ...{ ...naming, rowTitle: 'Group', columns: COLUMNS, rows: rows.sort(byFirstCell), notes, drawn: ['incidents'] },
    }),
  ];
}
