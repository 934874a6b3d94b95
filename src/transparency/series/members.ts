/** The positions that have each code, ascending, without an object each. Negative codes are left out. */
export class Members {
  private readonly starts: Int32Array;
  private readonly items: Int32Array;

  constructor(codes: Int32Array, size: number) {
    this.starts = new Int32Array(size + 1);
    for (const code of codes) if (code >= 0) this.starts[code + 1]! += 1;
    for (let code = 0; code < size; code++) this.starts[code + 1]! += this.starts[code]!;
    this.items = new Int32Array(this.starts[size]!);
    const next = this.starts.slice();
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at]!;
      if (code < 0) continue;
      this.items[next[code]!] = at;
      next[code]! += 1;
    }
  }

  of(code: number): Int32Array {
    return this.items.subarray(this.starts[code], this.starts[code + 1]);
  }
}
