import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import type { Language } from '../../../platform/html/language.js';
import { text } from '../../../platform/html/text.js';
import { spanOf } from '../../../shared/figures/span-of.js';
import { type DatasetFacts, type FactColumn, NOT_SHOWN } from '../facts/dataset-facts.js';
import { columnNamed, fieldsOf, type Filter, filtersOf, type Given, once } from '../facts/filters.js';

export const CHART_TYPES = ['bar', 'stacked', 'line'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** What rates are per, and per how many. */
export const RATES = { population: 10_000, workforce: 100, stops: 1_000, arrests: 1_000 } as const;
export type RateKind = keyof typeof RATES;
export type Measure = 'rows' | 'units' | `per-${RateKind}`;

export const RATE_KINDS = Object.keys(RATES) as RateKind[];
const MEASURES: readonly Measure[] = ['rows', 'units', ...RATE_KINDS.map((kind) => `per-${kind}` as const)];

/** What a chart shows: rows, or what they are about, counted by one column or two. */
export interface ChartQuestion {
  readonly by: FactColumn;
  readonly split: FactColumn | null;
  readonly measure: Measure;
  readonly type: ChartType;
  readonly filters: readonly Filter[];
}

export const rateKindOf = (measure: Measure): RateKind | null =>
  RATE_KINDS.find((kind) => measure === `per-${kind}`) ?? null;

export const isChartable = ({ isPseudonym }: FactColumn): boolean => !isPseudonym;

/** Whether its values follow each other in time. */
export const isPeriod = ({ name, type, values }: FactColumn): boolean =>
  type === 'date' || (values === undefined ? /(?:^|_)(?:period|month|year)$/.test(name) : areTimes(values));

const areTimes = (values: readonly string[]): boolean =>
  values.some((value) => value !== NOT_SHOWN) &&
  values.every((value) => value === NOT_SHOWN || value === '' || spanOf(value) !== null);

/** By which grouping of a denominator the values can be divided; null: by none. */
export function groupingOf(column: FactColumn): 'all' | 'race' | 'gender' | 'age' | null {
  if (isPeriod(column)) return 'all';
  const [, grouping] = /(?:^|_)(race|gender|age)(?:_range)?$/.exec(column.name) ?? [];
  return (grouping as 'race' | 'gender' | 'age' | undefined) ?? null;
}

/** @throws RuleBroken bad-chart, given-twice, unknown-column (400) */
export function readChartQuestion(given: Given, facts: DatasetFacts, language: Language): ChartQuestion {
  const column = (name: 'by' | 'split'): FactColumn | null => {
    const asked = once(given, name, language);
    const found = asked === null ? null : columnNamed(facts, asked, language);
    if (found && !isChartable(found)) throw refused(text(language, 'chart.no-key', { name: found.name }));
    return found;
  };
  const by = column('by') ?? firstColumn(facts);
  const split = column('split');
  const usual: Measure = facts.unit === null || by.isList ? 'rows' : 'units';
  const measure = oneOf(MEASURES, once(given, 'measure', language), usual, language);
  const usualType: ChartType = isPeriod(by) && split !== null ? 'line' : split === null ? 'bar' : 'stacked';
  const type = oneOf(CHART_TYPES, once(given, 'type', language), usualType, language);
  const question = {
    by,
    split: split?.name === by.name ? null : split,
    measure,
    type,
    filters: filtersOf(given, facts, language),
  };
  const fault = faultOf(question, facts, language);
  if (fault !== null) throw refused(fault);
  return question;
}

/** Its parameters again, in the shortest form: the same chart has the same address. */
export function chartParameters({ by, split, measure, type, filters }: ChartQuestion): [string, string][] {
  return [
    ['by', by.name],
    ...(split === null ? [] : [['split', split.name] as [string, string]]),
    ['measure', measure],
    ['type', type],
    ...fieldsOf(filters),
  ];
}

/** What cannot be counted or drawn so, in words; null: nothing. */
function faultOf({ by, split, measure, type }: ChartQuestion, facts: DatasetFacts, language: Language): string | null {
  const kind = rateKindOf(measure);
  if (type === 'line' && !isPeriod(by)) return text(language, 'chart.line-needs-time');
  if (measure !== 'rows' && kind === null && facts.unit === null) return text(language, 'chart.no-units');
  if (measure !== 'rows' && [by, split].some((column) => column?.isList === true))
    return text(language, 'chart.list-needs-rows');
  if (kind !== null && split !== null) return text(language, 'chart.rate-needs-one');
  return kind !== null && groupingOf(by) === null ? text(language, 'chart.rate-needs-group') : null;
}

/** What a dataset is read for first of all: what came of it, or what was done. */
const FOREMOST = [
  ...['outcome', 'disposition', 'finding', 'discipline_imposed', 'result', 'vote'],
  ...['force_type', 'force_types', 'status'],
];

/** What a first look is about: that, else what is sensitive; null: rows of this dataset are not there to be counted. */
export function foremostColumn({ columns }: DatasetFacts): FactColumn | null {
  const chartable = columns.filter(isChartable);
  const foremost = FOREMOST.flatMap((name) => chartable.find((column) => column.name === name) ?? []);
  return foremost[0] ?? chartable.find(({ role }) => role === 'sensitive') ?? null;
}

function firstColumn(facts: DatasetFacts): FactColumn {
  const first = foremostColumn(facts) ?? facts.columns.find(isChartable);
  if (!first) throw refused('Nothing in this dataset can be counted by.');
  return first;
}

function oneOf<T extends string>(known: readonly T[], given: string | null, usual: T, language: Language): T {
  const found = given === null ? usual : known.find((each) => each === given);
  if (found === undefined) throw refused(text(language, 'chart.unknown', { words: known.join(', ') }));
  return found;
}

const refused = (message: string): RuleBroken => new RuleBroken('bad-chart', message, 400);
