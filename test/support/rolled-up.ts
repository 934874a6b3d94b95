import type { Problem } from '../../src/transparency/anonymize/index.js';
import { grassbergerLog } from '../../src/transparency/anonymize/models/grassberger-log.js';

/** A hash table of values and counts with linear probing, 8 slots at first, doubled above three quarters. */
class Distribution {
  private slots: number[][] = Array.from({ length: 8 }, () => []);
  size = 0;

  add(value: number, count: number): void {
    const slot = this.find(value);
    if (slot.length > 0) {
      slot[1]! += count;
      return;
    }
    slot.push(value, count);
    if (++this.size <= this.slots.length * 0.75) return;
    const old = [...this.entries()];
    this.slots = Array.from({ length: 2 * this.slots.length }, () => []);
    for (const [known, times] of old) this.find(known).push(known, times);
  }

  *entries(): Generator<[number, number]> {
    for (const [value, count] of this.slots) if (value !== undefined) yield [value, count!];
  }

  private find(value: number): number[] {
    let at = value % this.slots.length;
    while (this.slots[at]!.length > 0 && this.slots[at]![0] !== value) at = (at + 1) % this.slots.length;
    return this.slots[at]!;
  }
}

/**
 * The rows that entropy l-diversity with Grassberger's estimate suppresses at a node when the classes' values were counted
 * at a finer node first and joined from there, each class's in the order of its hash table, and a class is given up as
 * soon as the running sum in that order passes the limit.
 */
export function suppressedRolledUp(
  problem: Problem,
  finer: readonly number[],
  levels: readonly number[],
  l: number,
): number[] {
  const values = densely(problem.sensitive![0]!.codes);
  const keyAt = (row: number, at: readonly number[]): string =>
    problem.quasiIdentifiers.map(({ hierarchy, codes }, j) => hierarchy.levels[at[j]!]!.codes[codes[row]!]).join();
  const small = new Map<string, { distribution: Distribution; rows: number[] }>();
  for (let row = 0; row < problem.rows; row++) {
    const part = entry(small, keyAt(row, finer));
    part.distribution.add(values[row]!, 1);
    part.rows.push(row);
  }
  const classes: typeof small = new Map();
  for (const { distribution, rows } of small.values()) {
    const whole = entry(classes, keyAt(rows[0]!, levels));
    for (const [value, count] of distribution.entries()) whole.distribution.add(value, count);
    for (const row of rows) whole.rows.push(row);
  }
  return [...classes.values()].flatMap(({ distribution, rows }) => (passes(distribution, rows.length, l) ? [] : rows));
}

function entry(into: Map<string, { distribution: Distribution; rows: number[] }>, key: string) {
  const known = into.get(key) ?? { distribution: new Distribution(), rows: [] };
  into.set(key, known);
  return known;
}

function passes(distribution: Distribution, rows: number, l: number): boolean {
  const most = rows * (grassbergerLog(rows) - Math.log(l));
  let sum = 0;
  for (const [, count] of distribution.entries()) {
    sum += count * grassbergerLog(count);
    if (sum > most) return false;
  }
  return distribution.size >= l;
}

function densely(codes: Int32Array): number[] {
  const known = new Map<number, number>();
  return Array.from(codes, (code) => {
    if (!known.has(code)) known.set(code, known.size);
    return known.get(code)!;
  });
}
