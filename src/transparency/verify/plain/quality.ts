import type { PlainClasses } from './plain-classes.js';
import { MeasureRefused, type PlainColumn } from './read-columns.js';
import { columnQuality, type ColumnQuality } from './column-quality.js';

/** How much of the original file is left, 0 … 1, 1 being all of it; the names and the scales are ARX's. */
export interface Quality {
  /** Average class size between the original's and one class of all rows. */
  readonly aecs: number;
  /** Discernibility (Bayardo & Agrawal 2005), between the original's and the square of the rows. */
  readonly discernibility: number;
  /** The others need the hierarchies. Ambiguity: how many original rows each published one may stand for. */
  readonly ambiguity?: number;
  readonly granularityMean?: number;
  readonly generalizationIntensityMean?: number;
  readonly nonUniformEntropyMean?: number;
}

export interface QualityQuestion {
  readonly original: readonly PlainColumn[];
  readonly published: readonly PlainColumn[];
  readonly before: PlainClasses;
  readonly after: PlainClasses;
  readonly hierarchies: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** @throws MeasureRefused when the files have not the same rows, or a value is not in its hierarchy */
export function qualityOf({ original, published, before, after, hierarchies }: QualityQuestion): Quality {
  const rows = after.suppressed.length;
  if (before.suppressed.length !== rows)
    throw new MeasureRefused('ragged-row', `The file has ${rows} rows, the original ${before.suppressed.length}.`);
  const average = ({ classes, suppressedRows }: PlainClasses): number =>
    (rows - suppressedRows) / Math.max(1, classes.count);
  const quality = {
    aecs: left(average(after), average(before), rows),
    discernibility: left(discernibility(after, rows), discernibility(before, 0), rows * rows),
  };
  const columns = published.flatMap((column, at) => {
    const hierarchy = hierarchies.get(column.name);
    return hierarchy === undefined ? [] : [columnQuality(original[at]!, column, after.suppressed, hierarchy)];
  });
  return columns.length < published.length ? quality : { ...quality, ...ofColumns(columns, rows) };
}

const left = (value: number, least: number, most: number): number => 1 - (value - least) / (most - least);

/** Every row costs the rows of its class, a suppressed one all rows. */
function discernibility({ classes, suppressedRows }: PlainClasses, rows: number): number {
  return classes.rows.list.reduce((sum, size) => sum + size * size, 0) + suppressedRows * rows;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Means are taken of the losses and of their bounds apart, and only then set against one another. */
function ofColumns(columns: readonly ColumnQuality[], rows: number) {
  const most = columns.reduce((product, { domain }) => product * domain, 1);
  let ambiguity = 0;
  for (let row = 0; row < rows; row++) ambiguity += columns.reduce((product, { covers }) => product * covers[row]!, 1);
  return {
    ambiguity: left(ambiguity / rows, 1, most),
    granularityMean: left(
      mean(columns.map(({ covers, domain }) => covers.reduce((sum, count) => sum + count, 0) / rows / domain)),
      mean(columns.map(({ domain }) => 1 / domain)),
      1,
    ),
    generalizationIntensityMean: 1 - mean(columns.map(({ climbed }) => climbed)),
    nonUniformEntropyMean: left(
      mean(columns.map(({ bits }) => bits)),
      0,
      mean(columns.map(({ mostBits }) => mostBits)),
    ),
  };
}
