import type { RecordColumn, RecordSpec } from './open-spec.js';

const count = (name: string, title: string, description: string): RecordColumn => ({
  ...{ name, title, description, type: 'integer' },
});

/** What programmes said of reports stays with the page and its API: their counts are told whole or not at all, each by itself. */
export const departmentCompleteness: RecordSpec = {
  basis: 'public-record',
  dataset: 'department-completeness',
  title: 'How completely and how soon departments report their uses of force',
  oneRow: 'One row is one department in one month or one year that is over.',
  caveats: [
    'Months and years stand side by side (`grain`): do not add them up.',
    'A count of reports that is not none and smaller than `k` is withheld, with all that follows from it and whatever would give it away: empty is not none.',
    'Departments are named as on the page; denominators and use-of-force name them in words too, and are joined by hand.',
  ],
  unitWord: 'department and period',
  columns: [
    { ...{ name: 'department', title: 'Department', type: 'text' }, description: 'Name of the department.' },
    { ...{ name: 'grain', title: 'Grain', type: 'text' }, description: '`month` or `year`.' },
    { ...{ name: 'period', title: 'Period', type: 'text' }, description: 'YYYY-MM or YYYY.' },
    count('months_asked', 'Months asked', 'Months (of each ORI) that were to be told of.'),
    count('months_zero', 'Months without force', 'Of these, said to be without force. Empty: withheld.'),
    count('months_missing', 'Months missing', 'Of these, those of which nothing was said.'),
    count('reports', 'Reports', 'Reports of the period. Empty: withheld.'),
    count('late', 'Late', 'Of these, late ones. Empty: withheld.'),
    count(
      'answered_per_1000',
      'Answered',
      'Of 1,000 elements, those that were answered. Empty: withheld, or no report.',
    ),
    count('pending_per_1000', 'Pending', 'Of 1,000 elements, those that were told to be pending.'),
    count('unknown_per_1000', 'Unknown', 'Of 1,000 elements, those that will never be known.'),
    count('not_applicable_per_1000', 'Not applicable', 'Of 1,000 elements, those that do not apply.'),
    count('median_days', 'Days, median', 'Days from incident to report, of half of the reports at most.'),
    count('p90_days', 'Days, 90 %', 'Days from incident to report, of nine in ten reports at most.'),
    count('k', 'k', 'No count of reports from 1 to one less than this is told.'),
  ],
  key: ['department', 'period'],
  order: ['department', 'period'],
  small: { counts: ['reports', 'late'], whole: 'reports', k: 'k' },
  source: `
    SELECT r.department,
           r.grain,
           r.period,
           r.asked AS months_asked,
           r.zero AS months_zero,
           r.missing AS months_missing,
           r.reports,
           r.late,
           round(r.answered * 10)::int AS answered_per_1000,
           round(r.pending * 10)::int AS pending_per_1000,
           round(r.unknown_final * 10)::int AS unknown_per_1000,
           round(r.not_applicable * 10)::int AS not_applicable_per_1000,
           r.median_days,
           r.p90_days,
           r.k
      FROM published.department_reporting r
     WHERE r.jurisdiction = $1`,
};
