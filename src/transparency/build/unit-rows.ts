/** The rows of each published unit, without an object a row. */
export class UnitRows implements Iterable<{ readonly unit: number; readonly row: number }> {
  private readonly starts: Int32Array;
  private readonly items: Int32Array;

  /** @param unitOf row → unit @param keep unit → 1 when it is published */
  constructor(
    unitOf: Int32Array,
    private readonly keep: Uint8Array,
  ) {
    this.starts = new Int32Array(keep.length + 1);
    for (const unit of unitOf) this.starts[unit + 1] = (this.starts[unit + 1] ?? 0) + 1;
    for (let unit = 0; unit < keep.length; unit++)
      this.starts[unit + 1] = (this.starts[unit + 1] ?? 0) + (this.starts[unit] ?? 0);
    this.items = new Int32Array(unitOf.length);
    const next = this.starts.slice();
    unitOf.forEach((unit, row) => {
      const at = next[unit] ?? 0;
      this.items[at] = row;
      next[unit] = at + 1;
    });
  }

  get units(): Int32Array {
    const units = new Int32Array(this.keep.length).map((_, unit) => unit);
    return units.filter((unit) => this.keep[unit] === 1);
  }

  of(unit: number): Int32Array {
    return this.items.subarray(this.starts[unit], this.starts[unit + 1]);
  }

  *[Symbol.iterator](): Generator<{ unit: number; row: number }> {
    for (const unit of this.units) for (const row of this.of(unit)) yield { unit, row };
  }
}
