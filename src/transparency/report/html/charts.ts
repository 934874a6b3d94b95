import type { TopLevelSpec } from 'vega-lite';
import type { ClassSizeBin, ColumnLoss, ColumnSuppression, UtilityReport } from '../report-figures.js';
import { INK } from './chart-svg.js';
import { count } from './numbers.js';

const WIDTH = 230;
const BAR = 24;
const LETTER = 7.2;
const LONGEST = 20;
export const MOST_BARS = 25;

/** Sizes are set, not left to be measured: there is no screen here to measure text on. */
const sized = (labels: readonly string[]) => ({
  width: WIDTH,
  height: labels.length * BAR,
  autosize: 'none' as const,
  padding: { left: room(labels), right: 22, top: 6, bottom: 46 },
});
const room = (labels: readonly string[]): number =>
  8 + LETTER * Math.max(...labels.map((label) => short(label).length));
const short = (label: string): string => (label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label);

const shares = (title: string) => ({
  type: 'quantitative' as const,
  title,
  scale: { domain: [0, 1] },
  axis: { format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] },
});
/** By place, since two labels may be equal once they are short. */
const inOrder = (labels: readonly string[], field = 'at', labelAngle = 0) => ({
  field,
  type: 'ordinal' as const,
  title: null,
  axis: { labelAngle, labelExpr: `${JSON.stringify(labels.map(short))}[datum.value]`, ticks: false },
});

/** Dark: left out for certain; light: perhaps; line: the share of the whole release. */
export function suppressionChart({ groups }: ColumnSuppression, overall: number): TopLevelSpec {
  const values = groups.slice(0, MOST_BARS).map(({ share }, at) => ({ at, ...share }));
  const x = shares('Share left out');
  const labels = groups.slice(0, MOST_BARS).map(({ label }) => label);
  const y = inOrder(labels);
  return {
    ...sized(labels),
    data: { values },
    layer: [
      { mark: { type: 'bar', color: INK.strong }, encoding: { y, x: { ...x, field: 'least' } } },
      {
        mark: { type: 'bar', color: INK.soft },
        encoding: { y, x: { ...x, field: 'least' }, x2: { field: 'most' } },
      },
      {
        data: { values: [{ overall }] },
        mark: { type: 'rule', color: INK.mark, size: 2 },
        encoding: { x: { ...x, field: 'overall' } },
      },
    ],
  };
}

export function lossChart(columns: readonly ColumnLoss[]): TopLevelSpec {
  const values = columns.map(({ entropy }, at) => ({ at, lost: entropy ?? 0 }));
  const labels = columns.map(({ title }) => title);
  return {
    ...sized(labels),
    data: { values },
    mark: { type: 'bar', color: INK.strong },
    encoding: {
      y: inOrder(labels),
      x: { ...shares('Share of information lost'), field: 'lost' },
    },
  };
}

/** One-way distances on the diagonal, two-way below it; the darker, the farther. */
export function marginChart({ margins, columns }: UtilityReport): TopLevelSpec {
  const places = new Map(columns.map(({ name }, at) => [name, at]));
  const values = [...margins.one, ...margins.two].flatMap(({ columns: [one = '', other = one], distance }) =>
    distance === null ? [] : [{ one: places.get(one), other: places.get(other), distance }],
  );
  const order = columns.map(({ title }) => title);
  const most = Math.max(0.05, ...values.map(({ distance }) => distance));
  const cell = WIDTH / Math.max(4, order.length);
  return {
    width: cell * order.length,
    height: cell * order.length,
    autosize: 'none',
    padding: { left: room(order), right: WIDTH - cell * order.length + 22, top: 6, bottom: 200 },
    data: { values },
    mark: { type: 'rect', stroke: '#ffffff' },
    encoding: {
      x: inOrder(order, 'one', -60),
      y: inOrder(order, 'other'),
      color: {
        field: 'distance',
        type: 'quantitative',
        title: 'Share of rows to change',
        scale: { domain: [0, most], range: ['#e3ebf5', '#0f2f5c'] },
        legend: {
          orient: 'none',
          direction: 'horizontal',
          legendX: 0,
          legendY: cell * order.length + 135,
          format: '.0%',
          gradientLength: 200,
          tickCount: 3,
          titleLimit: 300,
        },
      },
    },
  };
}

export function classSizeChart(bins: readonly ClassSizeBin[]): TopLevelSpec {
  const values = bins.map(({ classes }, at) => ({ at, classes }));
  const labels = bins.map(({ from, to }) => `${count(from)}–${count(to)}`);
  return {
    ...sized(labels),
    data: { values },
    mark: { type: 'bar', color: INK.strong },
    encoding: {
      y: inOrder(labels),
      x: { field: 'classes', type: 'quantitative', title: 'Number of groups', axis: { tickCount: 4, format: ',d' } },
    },
  };
}
