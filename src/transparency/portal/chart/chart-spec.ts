import type { Chart } from './chart.js';
import { chartSource, chartTitle, measureWords } from './chart-words.js';
import { isPeriod } from './chart-question.js';
import { text } from '../../../platform/html/text.js';

/** One mark: where it stands, of which series, how much. */
interface Datum {
  readonly at: string;
  readonly of: string;
  readonly order: number;
  readonly much: number | null;
}

export interface Drawn {
  /** A specification of Vega-Lite, whole in itself */
  readonly spec: Readonly<Record<string, unknown>>;
  /** How many values the picture leaves to the table */
  readonly left: number;
}

/** More bars than this nobody tells apart; the table has them all. */
const MOST_LINES = 30;
const MOST_SERIES = 7;
const WIDTHS = { wide: 560, narrow: 250 } as const;
const WIDEST_BAR = 64;
const STEP = 24;
/** Each at least 3 : 1 against white and against the dark page. */
const COLOURS = ['#3b7dd8', '#c46210', '#2e8b57', '#9467bd', '#d1495b', '#1b8a94', '#8c6d46', '#767b85'];
const FONT = 'DejaVu Sans, Verdana, sans-serif';

/** `alone`: with its title and source in the picture, for a file that goes about; `beside`: one of several on a page. */
export type Setting = 'alone' | 'page' | 'beside';

export function chartSpec(chart: Chart, setting: Setting): Drawn {
  const captioned = setting === 'alone';
  const width = setting === 'beside' ? WIDTHS.narrow : WIDTHS.wide;
  const { facts, question, words, data } = chart;
  const inTime = isPeriod(question.by);
  const drawn = data.lines.length > MOST_LINES ? MOST_LINES - 1 : data.lines.length;
  const values = datums(chart, drawn);
  const places = { field: 'at', type: 'nominal', sort: null } as const;
  const heights = {
    field: 'much',
    type: 'quantitative',
    scale: { zero: true },
    axis: {
      title: measureWords(words, facts, question.measure),
      tickCount: 5,
      tickMinStep: question.measure.startsWith('per') ? 0 : 1,
    },
  } as const;
  const along = {
    ...places,
    axis: {
      title: null,
      labelLimit: setting === 'beside' ? 170 : 260,
      ...(inTime ? { labelAngle: drawn > 8 ? -45 : 0 } : {}),
    },
  };
  const series = [...new Set(values.map(({ of }) => of))];
  const color = question.split
    ? { field: 'of', type: 'nominal', sort: null, scale: { domain: series, range: COLOURS }, legend: LEGEND }
    : { value: COLOURS[0] };
  const [x, y] = inTime ? [along, heights] : [heights, along];
  const encoding = { x, y, color, ...(question.split ? { order: { field: 'order' } } : {}) };
  return {
    left: data.lines.length - drawn,
    spec: {
      data: { values },
      ...(inTime
        ? {
            width: question.type === 'line' ? width : Math.min(width, drawn * WIDEST_BAR),
            height: setting === 'beside' ? 180 : 260,
          }
        : { width, height: { step: rowHeight(chart, series.length) } }),
      background: captioned ? 'white' : null,
      ...(captioned ? { padding: 12, title: { text: chartTitle(chart), subtitle: folded(chartSource(chart)) } } : {}),
      config: CONFIG,
      layer: [
        { mark: markOf(chart), encoding: { ...encoding, ...offsets(chart, inTime, series) } },
        ...(question.split || question.type === 'line' ? [] : [labels(encoding, inTime)]),
      ],
    },
  };
}

const LEGEND = { title: null, orient: 'top', columns: 3, labelLimit: 220 } as const;
const CONFIG = {
  aria: false,
  font: FONT,
  view: { stroke: null },
  axis: {
    labelFontSize: 13,
    titleFontSize: 13,
    titleFontWeight: 'normal',
    gridColor: '#888',
    gridOpacity: 0.3,
    domainColor: '#888',
  },
  legend: { labelFontSize: 13 },
  title: { anchor: 'start', fontSize: 16, subtitleFontSize: 11, subtitlePadding: 4, offset: 10 },
} as const;

/** What the picture shows; beyond the most frequent, values and series come together as “others”. */
function datums({ data, rates, words }: Chart, drawn: number): Datum[] {
  const others = text(words.language, 'chart.others');
  const of = (at: number): string => words.value(data.series[Math.min(at, data.series.length - 1)] ?? null).text;
  const named = (at: number): string => (data.series.length > MOST_SERIES + 1 && at >= MOST_SERIES ? others : of(at));
  return data.lines.slice(0, drawn).flatMap(({ value, counts }, line) => {
    const label = words.value(value).text;
    if (rates) return [{ at: label, of: '', order: 0, much: rates[line]?.rate ?? null }];
    const sums = new Map<string, number>();
    counts.forEach((count, at) => sums.set(named(at), (sums.get(named(at)) ?? 0) + count));
    return [...sums].map(([name, much], order) => ({ at: label, of: name, order, much }));
  });
}

function markOf({ question: { type } }: Chart): Readonly<Record<string, unknown>> {
  return type === 'line'
    ? { type: 'line', point: { size: 60 }, strokeWidth: 2.5 }
    : { type: 'bar', stroke: '#fff', strokeWidth: 0.5 };
}

/** Bars of one value beside each other, unless they are to be stacked. */
function offsets({ question }: Chart, inTime: boolean, series: readonly string[]): Readonly<Record<string, unknown>> {
  if (question.type === 'line')
    return question.split
      ? { shape: { field: 'of', type: 'nominal', sort: null, scale: { domain: series }, legend: LEGEND } }
      : {};
  if (question.split === null || question.type === 'stacked') return {};
  return { [inTime ? 'xOffset' : 'yOffset']: { field: 'of', sort: series } };
}

const rowHeight = ({ question }: Chart, series: number): number =>
  question.type === 'bar' && question.split ? Math.max(STEP, 10 * series) : STEP;

/** The number at the end of each bar. */
function labels(encoding: object, inTime: boolean): object {
  const place = inTime ? { dy: -7, baseline: 'bottom' } : { dx: 5, align: 'left' };
  return {
    mark: { type: 'text', fontSize: 12, ...place },
    encoding: { ...encoding, color: { value: '#000' }, text: { field: 'much', type: 'quantitative', format: ',.6~r' } },
  };
}

/** Lines of a hundred characters at most: a picture does not wrap its text. */
function folded(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 98) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
