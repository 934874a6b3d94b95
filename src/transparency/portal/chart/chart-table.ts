import { type Html, html } from '../../../platform/html/html.js';
import { number, text } from '../../../platform/html/text.js';
import { csvLine, safeCell } from '../../rules/csv-line.js';
import { shown } from '../facts/words.js';
import type { Chart } from './chart.js';
import { chartTitle, measureWords } from './chart-words.js';
import { rateFigure, rateNote } from './rate-note.js';

/** The figures that the picture shows, all of them. */
export function chartTable(chart: Chart): Html {
  const { question, words } = chart;
  const title = chartTitle(chart);
  const headings = [shown(words.column(question.by)), ...numberHeadings(chart)];
  return html`<div class="wide" role="region" aria-label="${title}" tabindex="0">
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading, at) => html`<th scope="col"${at === 0 ? null : html` class="number"`}>${heading}</th>`)}
          ${chart.rates ? html`<th scope="col">${text(words.language, 'chart.divided-note')}</th>` : null}
        </tr>
      </thead>
      <tbody>
        ${chart.rates ? rateRows(chart) : countRows(chart)}
      </tbody>
    </table>
  </div>`;
}

function numberHeadings({ facts, question, data, rates, words }: Chart): Html[] {
  const { language } = words;
  const what = measureWords(words, facts, question.measure);
  if (rates)
    return [text(language, 'chart.counted'), text(language, 'chart.divided-by'), what].map((word) => html`${word}`);
  return question.split ? data.series.map((value) => shown(words.value(value))) : [html`${what}`];
}

const countRows = ({ data, words }: Chart): Html[] =>
  data.lines.map(
    ({ value, counts }) =>
      html`<tr>
        <th scope="row">${shown(words.value(value))}</th>
        ${counts.map((count) => html`<td class="number">${number(words.language, count)}</td>`)}
      </tr>`,
  );

const rateRows = ({ rates, words: { language }, words }: Chart): Html[] =>
  (rates ?? []).map((line) => {
    const { value, count, divisor, rate } = line;
    const by = divisor !== null && 'count' in divisor ? number(language, divisor.count) : '—';
    return html`<tr>
      <th scope="row">${shown(words.value(value))}</th>
      <td class="number">${number(language, count)}</td>
      <td class="number">${by}</td>
      <td class="number">${rate === null ? '—' : rateFigure(language, rate)}</td>
      <td>${rateNote(language, line)}</td>
    </tr>`;
  });

/** The same for programs: codes as they stand in the dataset beside words, numbers as they are. */
export function chartCsv(chart: Chart): string {
  const { question, data, rates, words } = chart;
  const code = (value: string | null): string => safeCell(value ?? '');
  const named = (value: string | null): string[] => [code(value), safeCell(words.value(value).text)];
  if (rates) {
    const lines = rates.map((line) => {
      const by = line.divisor !== null && 'count' in line.divisor ? String(line.divisor.count) : '';
      return [
        ...named(line.value),
        String(line.count),
        by,
        String(line.rate ?? ''),
        safeCell(rateNote(words.language, line)),
      ];
    });
    return [[question.by.name, 'label', 'counted', 'divided_by', 'rate', 'note'], ...lines].map(csvLine).join('');
  }
  const heads = question.split ? data.series.map((value) => code(value) || 'none') : ['counted'];
  const lines = data.lines.map(({ value, counts }) => [...named(value), ...counts.map(String)]);
  return [[question.by.name, 'label', ...heads], ...lines].map(csvLine).join('');
}
