import { Dictionary } from '../anonymize/index.js';
import type { PublishedWords } from './counted-words.js';
import { itemsOf, publishableWord } from './publishable-words.js';
import type { MatterPlan } from './release-plan.js';
import type { Cell } from './row-source.js';

interface Use {
  units: number;
  last: number;
}

/** The words of a column that nothing is demanded of, and how many published units use each. */
export class MatterWords {
  private readonly dictionary = new Dictionary();
  /** word → what its items' uses are */
  private readonly usesOf: (readonly Use[])[] = [];
  private readonly uses = new Map<string, Use>();

  constructor(private readonly plan: MatterPlan) {}

  code(cell: Cell): number {
    const word = cell ?? this.plan.missing;
    const code = this.dictionary.code(word);
    if (code === this.usesOf.length) this.usesOf.push(itemsOf(this.plan, word).map((item) => this.useOf(item)));
    return code;
  }

  /** A published unit, counted from 0, uses the word. */
  used(code: number, unit: number): void {
    for (const use of this.usesOf[code]!) {
      if (use.last !== unit) use.units++;
      use.last = unit;
    }
  }

  /** Word → what is published for it, once all units are known. */
  published(k: number): PublishedWords {
    const labels = new Dictionary();
    const isCommon = (item: string): boolean => (this.uses.get(item)?.units ?? 0) >= k;
    const codes = this.dictionary.words.map((word) => labels.code(publishableWord(this.plan, word, isCommon)));
    return { codes: Int32Array.from(codes), labels: labels.words };
  }

  private useOf(item: string): Use {
    const known = this.uses.get(item) ?? { units: 0, last: -1 };
    this.uses.set(item, known);
    return known;
  }
}
