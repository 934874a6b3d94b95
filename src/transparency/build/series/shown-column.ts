import { Dictionary, UNKNOWN } from '../../anonymize/index.js';
import type { PublishedWords } from '../counted-words.js';
import { itemsOf, publishableWord } from '../publishable-words.js';
import type { MatterPlan, QuasiIdentifierPlan } from '../release-plan.js';
import type { Cell } from '../row-source.js';

/** Word of the source → what an epoch publishes for it, the same in every release of the epoch. */
export abstract class ShownColumn {
  private readonly dictionary = new Dictionary();
  private readonly shown: string[] = [];
  /** Published words that no word of the source stands behind any more: those of rows that stay as they were. */
  private readonly former = new Map<string, number>();

  protected constructor(private readonly missing: string) {}

  /** The code of a cell of the source. */
  code(cell: Cell): number {
    const word = cell ?? this.missing;
    const code = this.dictionary.code(word);
    if (code === this.shown.length) this.shown.push(this.show(word));
    return code;
  }

  /** A code that is published as this word. */
  codeOfShown(label: string): number {
    const known = this.former.get(label);
    if (known !== undefined) return known;
    const code = this.dictionary.code(`\u0000as published: ${label}`);
    this.shown.push(label);
    this.former.set(label, code);
    return code;
  }

  label(code: number): string {
    return this.shown[code]!;
  }

  /** Code → published word. */
  get words(): PublishedWords {
    const labels = new Dictionary();
    return { codes: Int32Array.from(this.shown, (label) => labels.code(label)), labels: labels.words };
  }

  protected word(code: number): string {
    return this.dictionary.words[code]!;
  }

  protected abstract show(word: string): string;
}

/** At the epoch's frozen level. */
export class FrozenColumn extends ShownColumn {
  /** Published word → what it is part of, coarser and coarser, up to `*`. */
  readonly ancestors: Map<string, readonly string[]>;

  /** @param known what was published in the epoch already */
  constructor(
    readonly plan: QuasiIdentifierPlan,
    readonly level: number,
    known: ReadonlyMap<string, readonly string[]>,
  ) {
    super(UNKNOWN);
    this.ancestors = new Map(known);
  }

  protected show(word: string): string {
    const levels = this.plan.hierarchy([word]).levels.slice(this.level);
    const [label = '*', ...above] = levels.map(({ codes, labels }) => labels[codes[0] ?? 0] ?? '*');
    if (!this.ancestors.has(label)) this.ancestors.set(label, above);
    return label;
  }
}

/** A column that is published as it is, so far as its words may be. */
export class MatterColumn extends ShownColumn {
  private readonly items: (readonly string[])[] = [];

  /** @param common items that k units used when the epoch began; null: that is not settled yet, and any may be one */
  constructor(
    readonly plan: MatterPlan,
    private readonly common: ReadonlySet<string> | null,
  ) {
    super(plan.missing);
  }

  /** Items of the cell that are shown for no other reason than that k units used them. */
  commonItems(code: number): readonly string[] {
    return (this.items[code] ??= itemsOf(this.plan, this.word(code)).filter(
      (item) =>
        item !== '' &&
        item !== this.plan.missing &&
        this.plan.unknown === 'if-common' &&
        !this.plan.known.has(item) &&
        this.isCommon(item),
    ));
  }

  protected show(word: string): string {
    return publishableWord(this.plan, word, (item) => this.isCommon(item));
  }

  private isCommon(item: string): boolean {
    return this.common === null || this.common.has(item);
  }
}
