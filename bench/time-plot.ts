import { parse, View } from 'vega';
import { compile } from 'vega-lite';

export interface Timing {
  readonly rows: number;
  readonly suppressionLimit: number;
  readonly seconds: number;
}

/** Time against rows, both by their powers of ten, one line per suppression limit: an SVG. */
export async function timePlot(timings: readonly Timing[]): Promise<string> {
  const { spec } = compile({
    title: 'Search for the optimum, k = 5, 60,480 transformations',
    width: 480,
    height: 320,
    data: {
      values: timings.map((timing) => ({ ...timing, suppression: `${timing.suppressionLimit * 100} %` })),
    },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'rows', type: 'quantitative', scale: { type: 'log' }, title: 'rows' },
      y: { field: 'seconds', type: 'quantitative', scale: { type: 'log' }, title: 'seconds' },
      color: { field: 'suppression', type: 'nominal', title: 'suppression limit' },
    },
  });
  return new View(parse(spec), { renderer: 'none' }).toSVG();
}
