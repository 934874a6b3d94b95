import { convertedCell, isAsTold } from './converted-cell.js';
import { cutCell } from './cut-cell.js';
import type { FieldRule, Mapping, MappedState, Placeholders } from './mapping.js';
import { plain, WordTable } from './word-table.js';

/** What of a cell was set aside without being in the way: the table's own words, and the column that they stand in. */
export interface SetAside {
  code: 'word-not-mapped' | 'value-set-aside' | 'several-values' | 'cells-contradict';
  column: string;
  words: readonly string[];
}

/** What a cell says: a value, why there is none, nothing, or what is wrong with it. */
export type CellReading =
  | { value: unknown; aside?: SetAside }
  | { state: MappedState }
  | { blank: true; aside?: SetAside }
  | { wrong: 'unmapped-word' | 'unreadable-value'; column: string; words: readonly string[] };

const MOST_KNOWN = 5_000;

/** How a column is read, made ready once for all of its cells. */
export class CellReader {
  readonly words: WordTable;
  private readonly placeholders: ReadonlyMap<string, MappedState | 'blank'>;
  private readonly none: ReadonlySet<string>;
  private readonly column: string;
  /** Cells repeat; what is told as it stands is read faster than it is looked up. */
  private readonly known: Map<string, CellReading> | null;

  constructor(
    readonly rule: FieldRule,
    mapping: Mapping,
  ) {
    const words = typeof rule.words === 'string' ? (mapping.vocabularies?.[rule.words] ?? {}) : (rule.words ?? {});
    this.words = new WordTable(words, rule.separator ?? mapping.separator ?? ',');
    this.placeholders = placeholdersOf({ ...mapping.placeholders, ...rule.placeholders });
    this.none = new Set((rule.none ?? []).map(plain));
    this.column = rule.column ?? '';
    this.known = isAsTold(rule) ? null : new Map();
  }

  read(cell: string): CellReading {
    const known = this.known?.get(cell);
    if (known) return known;
    const reading = this.readAnew(cutCell(cell, this.rule));
    // A copy: as a key, a piece of a larger text would keep all of that text in memory.
    if (this.known && this.known.size < MOST_KNOWN) this.known.set(Buffer.from(cell).toString(), reading);
    return reading;
  }

  private readAnew(cell: string): CellReading {
    const held = this.placeholders.get(plain(cell));
    if (held !== undefined && held !== 'blank') return { state: held };
    if (held === 'blank' || cell === '') return this.blank();
    if (this.rule.as === 'words') return this.list(this.words.split(cell));
    if (this.rule.as === 'any') return this.any(this.words.split(cell));
    return this.rule.several === undefined ? this.one(cell) : this.onlyOne(cell, this.rule.several);
  }

  private onlyOne(cell: string, several: string | null): CellReading {
    const [only, ...others] = this.distinct(this.words.split(cell));
    if (only === undefined) return this.blank();
    if (others.length > 0)
      return several === null ? { blank: true, aside: this.aside('several-values', [cell]) } : { value: several };
    const held = this.placeholders.get(plain(only));
    return held === undefined || held === 'blank' ? this.one(only) : { state: held };
  }

  private blank(): CellReading {
    return this.rule.default === undefined ? { blank: true } : { value: this.rule.default };
  }

  private one(text: string): CellReading {
    const coded = this.coded(text);
    if (coded === undefined) return this.wrong('unmapped-word', text);
    if (coded.code === null) return { blank: true, aside: this.aside('word-not-mapped', [text]) };
    const value = convertedCell(coded.code, this.rule);
    if (value !== undefined) return coded.mapped ? { value } : { value, aside: this.aside('word-not-mapped', [text]) };
    if (this.rule.otherwise !== null) return this.wrong('unreadable-value', text);
    return { blank: true, aside: this.aside('value-set-aside', [text]) };
  }

  private list(items: readonly string[]): CellReading {
    const codes = new Set<string>();
    const unmapped: string[] = [];
    for (const item of items) {
      const held = this.placeholders.get(plain(item));
      if (held === 'blank') continue;
      if (held !== undefined && items.length === 1) return { state: held };
      const coded = this.coded(item);
      if (coded === undefined) return this.wrong('unmapped-word', item);
      if (!coded.mapped) unmapped.push(item);
      if (coded.code !== null) codes.add(coded.code);
    }
    if (codes.size === 0 && unmapped.length === 0) return this.blank();
    const value = [...codes];
    return unmapped.length === 0 ? { value } : { value, aside: this.aside('word-not-mapped', unmapped) };
  }

  private any(items: readonly string[]): CellReading {
    const said = items.map(plain).filter((item) => this.placeholders.get(item) !== 'blank');
    return said.length === 0 ? this.blank() : { value: said.some((item) => !this.none.has(item)) };
  }

  private distinct(items: readonly string[]): string[] {
    const said = items.filter((item) => this.placeholders.get(plain(item)) !== 'blank');
    return [...new Map(said.map((item) => [plain(item), item] as const)).values()];
  }

  /** Undefined: the word is not known, and nothing is said of such words. */
  private coded(word: string): { code: string | null; mapped: boolean } | undefined {
    if (this.rule.words === undefined) return { code: word, mapped: true };
    const code = this.words.codeOf(word);
    if (code !== undefined) return { code, mapped: true };
    return this.rule.otherwise === undefined ? undefined : { code: this.rule.otherwise, mapped: false };
  }

  private wrong(wrong: 'unmapped-word' | 'unreadable-value', word: string): CellReading {
    return { wrong, column: this.column, words: [word] };
  }

  private aside(code: SetAside['code'], words: readonly string[]): SetAside {
    return { code, column: this.column, words };
  }
}

function placeholdersOf(told: Placeholders): ReadonlyMap<string, MappedState | 'blank'> {
  return new Map(Object.entries(told).map(([word, state]) => [plain(word), state]));
}
