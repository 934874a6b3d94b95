/** A list of whole numbers that grows, four bytes each. */
export class Numbers {
  length = 0;
  private values = new Int32Array(256);

  push(value: number): void {
    this.reach(this.length + 1);
    this.values[this.length - 1] = value;
  }

  /** Adds to the number at a place; places up to it that were not there hold 0. */
  add(at: number, value: number): void {
    this.reach(at + 1);
    this.values[at] = this.values[at]! + value;
  }

  at(place: number): number {
    return place < this.length ? this.values[place]! : 0;
  }

  clear(): void {
    this.length = 0;
  }

  /** The numbers themselves; a view until the next change. */
  get list(): Int32Array {
    return this.values.subarray(0, this.length);
  }

  private reach(length: number): void {
    if (length <= this.length) return;
    if (length > this.values.length) {
      const wider = new Int32Array(length * 2);
      wider.set(this.list);
      this.values = wider;
    }
    this.values.fill(0, this.length, length);
    this.length = length;
  }
}
