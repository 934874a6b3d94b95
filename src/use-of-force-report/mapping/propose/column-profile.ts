import { plain } from '../word-table.js';
import { placeholderState } from './placeholder-words.js';

const MOST_VALUES = 400;
const LONGEST_KEPT = 120;

/** What was seen in a column: how often what, as far as it repeats. */
export class ColumnProfile {
  rows = 0;
  /** Neither blank nor a placeholder */
  said = 0;
  longest = 0;
  /** Values by how often; those beyond the most are counted, not kept */
  readonly values = new Map<string, number>();
  readonly placeholders = new Map<string, number>();
  private readonly different = new Set<string>();

  constructor(readonly column: string) {}

  add(cell: string): void {
    this.rows++;
    const text = cell.trim();
    if (text === '') return;
    if (placeholderState(text) !== null) {
      count(this.placeholders, text);
      return;
    }
    this.said++;
    this.longest = Math.max(this.longest, text.length);
    this.different.add(text.slice(0, LONGEST_KEPT));
    if (this.values.has(text) || (this.values.size < MOST_VALUES && text.length <= LONGEST_KEPT))
      count(this.values, text);
  }

  /** What several columns that are numbered alike say together. */
  include(other: ColumnProfile): void {
    this.rows += other.rows;
    this.said += other.said;
    this.longest = Math.max(this.longest, other.longest);
    for (const [value, times] of other.values) this.values.set(value, (this.values.get(value) ?? 0) + times);
    for (const [word, times] of other.placeholders)
      this.placeholders.set(word, (this.placeholders.get(word) ?? 0) + times);
    for (const value of other.different) this.different.add(value);
  }

  get distinct(): number {
    return this.different.size;
  }

  /** Every row says another thing: it can tell rows apart. */
  get tellsRowsApart(): boolean {
    return this.said > 0 && this.distinct === this.rows;
  }

  /** How much of what is said passes, of 1. */
  share(passes: (value: string) => boolean): number {
    let [passed, seen] = [0, 0];
    for (const [value, times] of this.values) {
      seen += times;
      if (passes(value)) passed += times;
    }
    return seen === 0 ? 0 : passed / seen;
  }

  /** The most frequent values, for people. */
  examples(most: number): string[] {
    const ordered = [...this.values].sort(([, one], [, other]) => other - one);
    return ordered.slice(0, most).map(([value, times]) => `${JSON.stringify(value.slice(0, 40))} (${times})`);
  }

  /** Words that are the same but for case and spaces are one. */
  words(): string[] {
    return [...new Map([...this.values.keys()].map((value) => [plain(value), value] as const)).values()];
  }
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
