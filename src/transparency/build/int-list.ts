const FIRST_SIZE = 1 << 10;

/** A list of whole numbers of unknown length: four bytes each, doubled when full. */
export class IntList {
  private values = new Int32Array(FIRST_SIZE);
  length = 0;

  push(value: number): void {
    this.reserve(1);
    this.values[this.length++] = value;
  }

  pushAll(values: Int32Array): void {
    this.reserve(values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  add(index: number, count: number): void {
    this.values[index] = this.values[index]! + count;
  }

  /** A view of what stands from `from` to before `to`; good until the next push. */
  view(from = 0, to = this.length): Int32Array {
    return this.values.subarray(from, to);
  }

  clear(): void {
    this.length = 0;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const larger = new Int32Array(Math.max(this.values.length * 2, this.length + more));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }
}
