import { most } from './released-table.js';
import { nothingReleased } from './lacking.js';
import type { Material, ReportingRow } from './material.js';
import type { Missing, ReportSection } from './report-content.js';

const MOST_ROWS = 600;

/** How completely and how soon departments report their uses of force: what the figures of force above rest on. */
export function reportingSection({ reporting: { rows }, period }: Material): ReportSection {
  const [id, title] = ['reporting', 'How departments report their uses of force'];
  if (rows.length === 0)
    return { id, title, lines: [nothingReleased('departments’ reporting in this period')], tables: [] };
  return {
    ...{ id, title, lines: [] },
    tables: [
      {
        ...{ id: 'department-reporting', title: 'Reporting by department', rowTitle: 'Department' },
        ...{ sources: ['department-reporting'], covers: { from: period.from, to: period.to }, drawn: [] },
        columns: [
          { name: 'reports', title: 'Reports', unit: 'count' },
          { name: 'late', title: 'Late', unit: 'count' },
          { name: 'answered', title: 'Answers told', unit: 'share' },
          { name: 'median_days', title: 'Median days', unit: 'count' },
          { name: 'months_asked', title: 'Months asked for', unit: 'count' },
          { name: 'months_missing', title: 'Months missing', unit: 'count' },
        ],
        rows: most(rows.map(lineOf), MOST_ROWS),
        notes: suppression(rows),
      },
    ],
  };
}

function lineOf(row: ReportingRow): ReportSection['tables'][number]['rows'][number] {
  const { department, period, asked, missing, reports, late, answered, medianDays } = row;
  const told = (value: number | null): number | Missing =>
    value ?? { missing: reports === 0 ? 'no report' : 'suppressed: too few reports' };
  return {
    ...{ code: `${department}/${period}`, label: `${department}, ${period}`, note: null },
    cells: [
      told(reports),
      told(late),
      told(answered === null ? null : answered / 100),
      ...[told(medianDays), asked, missing],
    ],
  };
}

function suppression(rows: readonly ReportingRow[]): string[] {
  const hidden = rows.filter(({ reports }) => reports === null).length;
  if (hidden === 0) return ['Suppressed to protect people: no row.'];
  const k = Math.max(...rows.map((row) => row.k));
  return [
    `Suppressed to protect people: the figures of ${hidden} of ${rows.length} rows, since fewer than ${k} reports stand behind them or could be worked out from them.`,
  ];
}
