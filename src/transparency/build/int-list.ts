const FIRST_SIZE = 1 << 16;

/** A list of whole numbers of unknown length: four bytes each, doubled when full. */
export class IntList {
  private values = new Int32Array(FIRST_SIZE);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  toArray(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
