/** Random choices that are the same for the same seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** 0 (included) to 1 (not) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below that one. */
  to(end: number): number {
    return Math.floor(this.next() * end);
  }

  of(share: number): boolean {
    return this.next() < share;
  }

  from<T>(items: readonly T[]): T {
    return items[this.to(items.length)]!;
  }
}
