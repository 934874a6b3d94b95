/** The nearest row of each of the k nearest subjects, among rows offered in any order. */
export class NearestSubjects {
  private readonly distances: Float64Array;
  private readonly held: Int32Array;
  private size = 0;

  constructor(
    private readonly subjectOf: Int32Array,
    private readonly k: number,
  ) {
    this.distances = new Float64Array(k);
    this.held = new Int32Array(k);
  }

  clear(): void {
    this.size = 0;
  }

  /** Nearest first; most rows are farther than the k-th and cost one comparison. */
  offer(row: number, distance: number): void {
    const { distances, held, subjectOf, k } = this;
    if (this.size === k && distance >= distances[k - 1]!) return;
    let place = 0;
    while (place < this.size && subjectOf[held[place]!] !== subjectOf[row]) place++;
    if (place < this.size) {
      if (distances[place]! <= distance) return;
    } else if (this.size < k) place = this.size++;
    else place = k - 1;
    for (; place > 0 && distances[place - 1]! > distance; place--) {
      distances[place] = distances[place - 1]!;
      held[place] = held[place - 1]!;
    }
    distances[place] = distance;
    held[place] = row;
  }

  rows(): readonly number[] {
    return Array.from(this.held.subarray(0, this.size));
  }
}
