import type { ReportInput } from './report-input.js';

/** The units of a report, and who stands behind each. */
export class ReportUnits {
  /** row → unit, 0 … count − 1 */
  readonly of: Int32Array;
  readonly count: number;
  /** unit → how many it stands for */
  readonly copies: Int32Array;
  /** unit → 0 left out, else its round */
  readonly round: Uint8Array;
  /** Whether k counts people, who may have several units, or units. */
  readonly counted: 'subjects' | 'units';
  /** Rows in such an order that those of a unit, and of a subject, stand together. */
  readonly rowsInOrder: Int32Array;
  /** unit → subject, 0 … subjects − 1 in that order */
  readonly subjectOf: Int32Array;

  constructor({ rows, unit, copies, subject, round }: ReportInput) {
    this.of = unit ?? identity(rows);
    this.count = round.length;
    this.copies = copies ?? new Int32Array(this.count).fill(1);
    this.round = round;
    this.counted = subject === undefined ? 'units' : 'subjects';
    const order = subject === undefined ? identity(this.count) : inOrderOf(subject);
    this.subjectOf = new Int32Array(this.count);
    const place = new Int32Array(this.count);
    let code = -1;
    order.forEach((u, at) => {
      place[u] = at;
      if (at === 0 || subject === undefined || subject[u] !== subject[order[at - 1]!]) code++;
      this.subjectOf[u] = code;
    });
    this.rowsInOrder = unit === undefined && subject === undefined ? identity(rows) : byPlace(this.of, place);
  }
}

function identity(size: number): Int32Array {
  return new Int32Array(size).map((_, at) => at);
}

function inOrderOf(values: Int32Array): Int32Array {
  return identity(values.length).sort((a, b) => values[a]! - values[b]! || a - b);
}

/** Counting sort of the rows by the place of their units. */
function byPlace(unitOf: Int32Array, place: Int32Array): Int32Array {
  const next = new Int32Array(place.length + 1);
  for (const u of unitOf) next[place[u]! + 1]!++;
  for (let at = 0; at < place.length; at++) next[at + 1]! += next[at]!;
  const rows = new Int32Array(unitOf.length);
  unitOf.forEach((u, row) => (rows[next[place[u]!]!++] = row));
  return rows;
}
