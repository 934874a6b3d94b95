import { number, text } from '../../../platform/html/text.js';
import { type DatasetFacts, NOT_SHOWN } from '../facts/dataset-facts.js';
import type { Words } from '../facts/words.js';
import type { Chart } from './chart.js';
import { groupingOf, type Measure, rateKindOf, RATES } from './chart-question.js';

/** What is counted, as the heading of its numbers. */
export function measureWords(words: Words, facts: DatasetFacts, measure: Measure): string {
  const { language } = words;
  const kind = rateKindOf(measure);
  const units = facts.unit === null ? text(language, 'chart.rows') : words.units(facts).text;
  if (kind !== null) return text(language, `chart.per-${kind}`, { units: upper(units), per: RATES[kind] });
  return measure === 'rows' ? text(language, 'chart.rows') : upper(units);
}

/** “Complaints by race and finding”. */
export function chartTitle({ facts, question: { by, split, measure }, words }: Chart): string {
  const { language } = words;
  const values = { what: measureWords(words, facts, measure), by: lower(words.column(by).text) };
  return split === null
    ? text(language, 'chart.title', values)
    : text(language, 'chart.title-two', { ...values, split: lower(words.column(split).text) });
}

/** Where the figures are from, to be cited with the picture. */
export function chartSource({ facts, question: { filters }, words }: Chart): string {
  const { language } = words;
  const only = filters.map(({ column, value }) => `${words.column(column).text}: ${words.value(value).text}`);
  const source = text(language, 'chart.source', {
    place: facts.jurisdictionName,
    dataset: words.title(facts).text,
    version: facts.version,
    day: facts.publishedAt.toISOString().slice(0, 10),
  });
  return only.length === 0 ? source : `${text(language, 'chart.only', { filters: only.join('; ') })} ${source}`;
}

/** What the figures do not say by themselves: what is withheld, what counts twice, what a rate is divided by. */
export function chartNotes(chart: Chart): string[] {
  const { facts, question, data, rates, words } = chart;
  const { language } = words;
  const { by, split } = question;
  const columns = [by, ...(split ? [split] : [])];
  const units = words.units(facts).text;
  const withheld = data.lines.some(({ value }) => value === NOT_SHOWN) || data.series.includes(NOT_SHOWN);
  const share = facts.leftOutShare === null ? null : number(language, 100 * facts.leftOutShare, 1);
  const summed = rates === null && question.measure === 'units' && data.lines.length > 1;
  return [
    ...(facts.k === null ? [] : [text(language, 'chart.note-k', { k: facts.k, units })]),
    ...(share === null ? [] : [text(language, 'chart.note-left-out', { share, units })]),
    ...(withheld ? [text(language, 'chart.note-withheld')] : []),
    ...(columns.some((column) => column.isList) ? [text(language, 'chart.note-list')] : []),
    ...(summed ? [text(language, 'chart.note-units', { units })] : []),
    ...(rates === null ? [] : [text(language, groupingOf(by) === 'all' ? 'chart.note-rate-time' : 'chart.note-rate')]),
  ];
}

const upper = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
/** Within a sentence; what is written in capitals stays so. */
const lower = (words: string): string =>
  /^.[A-Z]/.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
