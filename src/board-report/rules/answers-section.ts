import { classesIn, findingColumns, sum } from './allegations-section.js';
import { percent } from './figures.js';
import { nothingReleased } from './lacking.js';
import type { Material, Tally } from './material.js';
import { coverageLines, releasedTable } from './released-table.js';
import type { ReportSection } from './report-content.js';
import { codeOf, wordsFor } from './words-for.js';

const WHAT =
  'Recommended: the board’s finding, else the supervisor’s, else the investigator’s. What stands: the final finding, else the chief’s, else the recommended one; where nobody has answered yet, both are the same.';

/** Where what was recommended and what stands come apart: the chief’s answers, as far as a release shows them. */
export function answersSection({ complaints, period }: Material): ReportSection {
  const [id, title] = ['answers', 'Findings recommended, and findings that stand'];
  const tallies = complaints?.tallies['recommended_finding,finding'] ?? null;
  if (!complaints || tallies === null)
    return { id, title, lines: [nothingReleased('recommended findings')], tables: [] };
  const recommended = tallies.filter(({ keys }) => keys[0] !== null && keys[1] !== null);
  if (recommended.length === 0)
    return { id, title, lines: ['The release has no recommended finding in this time.'], tables: [] };
  const [from, to] = [classesIn(recommended, 0), classesIn(recommended, 1)];
  const rows = from.map((finding) => {
    const own = recommended.filter(({ keys }) => keys[0] === finding);
    const counts = to.map((other) => sum(own.filter(({ keys }) => keys[1] === other)));
    return { code: codeOf(finding), label: wordsFor(finding), note: null, cells: [sum(own), ...counts] };
  });
  return {
    ...{ id, title, lines: [...coverageLines(complaints, period), WHAT] },
    tables: [
      releasedTable(complaints, {
        ...{ id: 'recommended-and-standing', title: 'What was recommended (rows), and what stands (columns)' },
        ...{ rowTitle: 'Recommended', rows, notes: [agreement(recommended)] },
        columns: [{ name: 'recommended', title: 'All', unit: 'count' }, ...findingColumns(to)],
      }),
    ],
  };
}

function agreement(tallies: readonly Tally[]): string {
  const [all, same] = [sum(tallies), sum(tallies.filter(({ keys: [one, other] }) => one === other))];
  return `The same in ${same} of ${all} allegations (${percent(same / all)}).`;
}
