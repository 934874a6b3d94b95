import type { FieldRule, Mapping, MappedState, Placeholders } from './mapping.js';
import { plain, WordTable } from './word-table.js';
import { writtenDay } from './written-day.js';

/** What a cell says: a value, why there is none, nothing, or what is wrong with it. */
export type CellReading =
  | { value: unknown; unmapped?: readonly string[] }
  | { state: MappedState }
  | { blank: true }
  | { wrong: 'unmapped-word' | 'unreadable-value' };

/** How a column is read, made ready once for all of its cells. */
export class CellReader {
  readonly words: WordTable;
  private readonly placeholders: ReadonlyMap<string, MappedState | 'blank'>;
  private readonly known: boolean;

  constructor(
    readonly rule: FieldRule,
    mapping: Mapping,
  ) {
    const words = typeof rule.words === 'string' ? (mapping.vocabularies?.[rule.words] ?? {}) : (rule.words ?? {});
    this.known = rule.words !== undefined;
    this.words = new WordTable(words, rule.separator ?? mapping.separator ?? ',');
    this.placeholders = placeholdersOf({ ...mapping.placeholders, ...rule.placeholders });
  }

  read(cell: string): CellReading {
    const held = this.placeholders.get(plain(cell));
    if (held !== undefined && held !== 'blank') return { state: held };
    if (held === 'blank' || cell.trim() === '') return this.blank();
    if (this.rule.as === 'words') return this.list(this.words.split(cell));
    return this.one(cell.trim());
  }

  private blank(): CellReading {
    return this.rule.default === undefined ? { blank: true } : { value: this.rule.default };
  }

  private one(text: string): CellReading {
    const coded = this.coded(text);
    if (coded === undefined) return { wrong: 'unmapped-word' };
    if (coded.code === null) return { blank: true };
    const value = converted(coded.code, this.rule);
    if (value === undefined) return { wrong: 'unreadable-value' };
    return coded.mapped ? { value } : { value, unmapped: [text] };
  }

  private list(items: readonly string[]): CellReading {
    const codes = new Set<string>();
    const unmapped: string[] = [];
    for (const item of items) {
      const held = this.placeholders.get(plain(item));
      if (held === 'blank') continue;
      if (held !== undefined && items.length === 1) return { state: held };
      const coded = this.coded(item);
      if (coded === undefined) return { wrong: 'unmapped-word' };
      if (!coded.mapped) unmapped.push(item);
      if (coded.code !== null) codes.add(coded.code);
    }
    if (codes.size === 0 && unmapped.length === 0) return this.blank();
    return unmapped.length === 0 ? { value: [...codes] } : { value: [...codes], unmapped };
  }

  /** Undefined: the word is not known, and nothing is said of such words. */
  private coded(word: string): { code: string | null; mapped: boolean } | undefined {
    if (!this.known) return { code: word, mapped: true };
    const code = this.words.codeOf(word);
    if (code !== undefined) return { code, mapped: true };
    return this.rule.otherwise === undefined ? undefined : { code: this.rule.otherwise, mapped: false };
  }
}

function placeholdersOf(told: Placeholders): ReadonlyMap<string, MappedState | 'blank'> {
  return new Map(Object.entries(told).map(([word, state]) => [plain(word), state]));
}

const YES = new Set(['true', 't', 'yes', 'y', '1']);
const NO = new Set(['false', 'f', 'no', 'n', '0']);

/** Undefined: the text is not what it is said to be. */
function converted(text: string, { as = 'text', format = 'YYYY-MM-DD' }: FieldRule): unknown {
  switch (as) {
    case 'number':
      return /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
    case 'yes-or-no':
      return YES.has(plain(text)) ? true : NO.has(plain(text)) ? false : undefined;
    case 'day':
      return writtenDay(text, format) ?? undefined;
    case 'hour':
      return hourIn(text);
    default:
      return text;
  }
}

/** 0 to 23, from 7, 07:35, 0735, 7:35 PM or a day before any of these. */
function hourIn(text: string): number | undefined {
  const { hour, half } =
    /(?:^|[ T])(?<hour>\d\d?)(?::?[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)? ?(?<half>[AaPp])?\.?[Mm]?\.?$/.exec(text)?.groups ??
    {};
  const told = Number(hour);
  if (hour === undefined || told > 23) return undefined;
  if (half === undefined) return told;
  if (told < 1 || told > 12) return undefined;
  return (told % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
