import { checkValues } from './check-values.js';
import type { GroupedValues } from './grouped-values.js';
import { NearestSubjects } from './nearest-subjects.js';

/**
 * Multivariate microaggregation by MDAV (Domingo-Ferrer & Mateo-Sanz 2002; Domingo-Ferrer & Torra 2005): the row
 * farthest from the middle is grouped with its nearest until there are k distinct subjects, then the row farthest from
 * that one, and so on. Columns are brought to the same spread first, and errors are counted so. A heuristic: no bound on
 * its loss. O(n² / k) distances.
 * @param columns one or more numbers per row
 * @throws AnonymizationRefused `problem-malformed`; `infeasible` when there are fewer than k subjects
 */
export function nearbyGroups(columns: readonly Float64Array[], k: number, subject?: Int32Array): GroupedValues {
  const { subjectOf, subjects } = checkValues(columns, k, subject);
  const points = columns.map(standardized);
  const rest = new Rest(points, subjectOf, subjects);
  const groupOf = new Int32Array(subjectOf.length).fill(-1);
  const nearest = new NearestSubjects(subjectOf, k);
  let groups = 0;
  const group = (around: Float64Array): void => {
    for (const row of rest.around(around, nearest)) {
      groupOf[row] = groups;
      rest.take(row);
    }
    groups++;
  };
  // A group takes k subjects; those of them who have further rows stay, so that at least (left − k) are left.
  while (rest.subjects >= 3 * k) {
    const far = rest.at(rest.farthest(rest.middle()));
    group(far);
    group(rest.at(rest.farthest(far)));
  }
  if (rest.subjects >= 2 * k) group(rest.at(rest.farthest(rest.middle())));
  if (rest.rows > 0) {
    for (let row = 0; row < groupOf.length; row++) if (groupOf[row] === -1) groupOf[row] = groups;
    groups++;
  }
  return { groupOf, groups, ...errors(points, groupOf, groups) };
}

/** Rows that are in no group yet. */
class Rest {
  rows: number;
  subjects: number;
  private readonly left: Int32Array;
  private readonly place: Int32Array;
  private readonly held: Int32Array;

  constructor(
    private readonly points: readonly Float64Array[],
    private readonly subjectOf: Int32Array,
    subjects: number,
  ) {
    this.rows = subjectOf.length;
    this.subjects = subjects;
    this.left = new Int32Array(this.rows).map((_, row) => row);
    this.place = this.left.slice();
    this.held = new Int32Array(subjects);
    for (const of of subjectOf) this.held[of] = this.held[of]! + 1;
  }

  at(row: number): Float64Array {
    return Float64Array.from(this.points, (values) => values[row]!);
  }

  middle(): Float64Array {
    const { left, rows } = this;
    return Float64Array.from(this.points, (values) => {
      let sum = 0;
      for (let p = 0; p < rows; p++) sum += values[left[p]!]!;
      return sum / rows;
    });
  }

  farthest(from: Float64Array): number {
    const { left, rows } = this;
    let row = left[0]!;
    let greatest = -1;
    for (let p = 0; p < rows; p++) {
      const distance = this.distance(left[p]!, from);
      if (distance > greatest || (distance === greatest && left[p]! < row)) {
        greatest = distance;
        row = left[p]!;
      }
    }
    return row;
  }

  around(point: Float64Array, nearest: NearestSubjects): readonly number[] {
    nearest.clear();
    for (let p = 0; p < this.rows; p++) nearest.offer(this.left[p]!, this.distance(this.left[p]!, point));
    return nearest.rows();
  }

  take(row: number): void {
    const { left, place, held, subjectOf } = this;
    const hole = place[row]!;
    const last = left[--this.rows]!;
    left[hole] = last;
    place[last] = hole;
    const subject = subjectOf[row]!;
    held[subject] = held[subject]! - 1;
    if (held[subject] === 0) this.subjects--;
  }

  private distance(row: number, from: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < from.length; j++) {
      const step = this.points[j]![row]! - from[j]!;
      sum += step * step;
    }
    return sum;
  }
}

function standardized(values: Float64Array): Float64Array {
  const n = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  return values.map((value) => (spread === 0 ? 0 : (value - mean) / spread));
}

function errors(points: readonly Float64Array[], groupOf: Int32Array, groups: number) {
  let sse = 0;
  let sst = 0;
  for (const values of points) {
    const sums = new Float64Array(groups);
    const counts = new Int32Array(groups);
    for (let row = 0; row < values.length; row++) {
      const group = groupOf[row]!;
      sums[group] = sums[group]! + values[row]!;
      counts[group] = counts[group]! + 1;
    }
    for (let row = 0; row < values.length; row++) {
      const group = groupOf[row]!;
      sse += (values[row]! - sums[group]! / counts[group]!) ** 2;
      sst += values[row]! ** 2;
    }
  }
  return { sse, sst };
}
