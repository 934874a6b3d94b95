/** Gives equal pairs of whole numbers the same id, counted from `first`. Open addressing: no text, no object a pair. */
export class PairIds {
  private a: Int32Array;
  private b: Int32Array;
  private ids: Int32Array;
  private mask: number;
  private used = 0;

  constructor(private readonly first = 0) {
    this.mask = 1023;
    this.a = new Int32Array(1024);
    this.b = new Int32Array(1024);
    this.ids = new Int32Array(1024).fill(-1);
  }

  /** One more than the greatest id. */
  get end(): number {
    return this.first + this.used;
  }

  id(a: number, b: number): number {
    const at = this.slot(a, b);
    if (this.ids[at] !== -1) return this.ids[at]!;
    this.put(at, a, b, this.end);
    this.used++;
    if (this.used * 2 > this.mask) this.grow();
    return this.end - 1;
  }

  private slot(a: number, b: number): number {
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let at = (hash ^ (hash >>> 13)) & this.mask;
    while (this.ids[at] !== -1 && (this.a[at] !== a || this.b[at] !== b)) at = (at + 1) & this.mask;
    return at;
  }

  private put(at: number, a: number, b: number, id: number): void {
    this.a[at] = a;
    this.b[at] = b;
    this.ids[at] = id;
  }

  private grow(): void {
    const { a, b, ids } = this;
    const size = ids.length * 2;
    this.mask = size - 1;
    this.a = new Int32Array(size);
    this.b = new Int32Array(size);
    this.ids = new Int32Array(size).fill(-1);
    for (let at = 0; at < ids.length; at++)
      if (ids[at] !== -1) this.put(this.slot(a[at]!, b[at]!), a[at]!, b[at]!, ids[at]!);
  }
}
