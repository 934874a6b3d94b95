import { nothingReleased } from './lacking.js';
import type { Material, PolicyRow } from './material.js';
import type { ReportSection, ReportTable } from './report-content.js';
import { wordsFor } from './words-for.js';

const ANSWERS = ['accepted', 'accepted_in_part', 'rejected', 'none'];

/** What the board advised on policy in the period, and what the answer was, whenever it came. */
export function policySection({ policies: { rows }, period }: Material): ReportSection {
  const [id, title] = ['recommendations', 'Recommendations on policy, and the answers'];
  if (rows.length === 0)
    return { id, title, lines: [nothingReleased('recommendations on policy of this period')], tables: [] };
  const table = { sources: ['policy-recommendations'], covers: { from: period.from, to: period.to }, notes: [] };
  return {
    ...{
      id,
      title,
      lines: ['Recommendations that were made in the period and published; answers up to the source’s version.'],
    },
    tables: [
      { ...table, ...answers(rows), drawn: ['recommendations'] },
      { ...table, ...each(rows), drawn: [] },
    ],
  };
}

type Part = Pick<ReportTable, 'id' | 'title' | 'rowTitle' | 'columns' | 'rows'>;

function answers(rows: readonly PolicyRow[]): Part {
  const count = (is: (row: PolicyRow) => boolean): number => rows.filter(is).length;
  const row = (code: string, label: string, cell: number) => ({ code, label, note: null, cells: [cell] });
  return {
    ...{ id: 'policy-answers', title: 'Recommendations by the answer', rowTitle: 'Answer' },
    columns: [{ name: 'recommendations', title: 'Recommendations', unit: 'count' }],
    rows: [
      ...ANSWERS.map((code) =>
        row(
          code,
          code === 'none' ? 'None by the due day' : wordsFor(code),
          count(({ answer }) => answer === code),
        ),
      ),
      row(
        'open',
        'Not answered yet',
        count(({ answer }) => answer === null),
      ),
    ],
  };
}

function each(rows: readonly PolicyRow[]): Part {
  return {
    ...{ id: 'policy-recommendations', title: 'Each recommendation', rowTitle: 'Recommendation' },
    columns: [{ name: 'days_to_answer', title: 'Days to the answer', unit: 'count' }],
    rows: rows.map(({ number, title, addressedTo, issuedOn, status, answer, verified, daysToAnswer }) => ({
      ...{ code: String(number), label: `${number}. ${title}` },
      note: [
        `To ${addressedTo}, ${issuedOn}. Status: ${wordsFor(status).toLowerCase()}`,
        ...(answer === null ? [] : [`answer: ${answer === 'none' ? 'none' : wordsFor(answer).toLowerCase()}`]),
        ...(verified === null ? [] : [`verified by the board: ${wordsFor(verified).toLowerCase()}`]),
      ].join('; '),
      cells: [daysToAnswer ?? { missing: 'not answered' }],
    })),
  };
}
