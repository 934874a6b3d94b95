import type { CodedRow, CodedRows } from './csv/coded-rows.js';
import type { Manifest } from './manifest.js';
import type { RowCheck } from './row-check.js';
import type { Report } from './violation.js';

const PSEUDONYM = '^[0-9a-f]{16,}$';
/** Fewer keys than that cannot tell random from not. */
const ENOUGH_KEYS = 128;
const FEWEST_FIRST_CHARACTERS = 8;

interface Key {
  readonly at: number;
  readonly name: string;
  /** It may name one row only. */
  readonly onePerRow: boolean;
  /** Words looked at so far, those that are no pseudonyms, and how the others begin. */
  distinct: number;
  readonly guilty: Set<number>;
  readonly firsts: Set<string>;
}

/** Keys must be pseudonyms: of the declared form, spread over it, and, where they name one row, used once. */
export class KeyCheck implements RowCheck {
  private readonly keys: readonly Key[];
  private readonly pattern: RegExp;
  private readonly hexadecimal: boolean;

  constructor(
    { columns, keys }: Manifest,
    private readonly rows: CodedRows,
    private readonly report: Report,
  ) {
    this.pattern = new RegExp(keys.pattern ?? PSEUDONYM, 'u');
    this.hexadecimal = (keys.pattern ?? PSEUDONYM) === PSEUDONYM;
    this.keys = columns.flatMap((column, at) => {
      if (column.role !== 'key') return [];
      const { name, repeats } = column;
      const onePerRow = name !== keys.unit && name !== keys.subject && repeats !== true;
      return [{ at, name, onePerRow, distinct: 0, guilty: new Set<number>(), firsts: new Set<string>() }];
    });
  }

  row({ codes, line, step }: CodedRow): void {
    for (const key of this.keys) {
      const code = codes[key.at]!;
      const isNew = key.at === this.rows.sortKeyAt ? step !== 0 : code === key.distinct;
      if (isNew) this.look(key, code);
      else if (key.onePerRow) this.report('duplicate-key', 'the key names two rows', { line, column: key.name });
      if (key.guilty.has(code))
        this.report('key-not-pseudonym', 'the key has not the form of a pseudonym', { line, column: key.name });
    }
  }

  end(): void {
    for (const { name, distinct, firsts } of this.keys)
      if (distinct >= ENOUGH_KEYS && firsts.size < FEWEST_FIRST_CHARACTERS)
        this.report(
          'keys-not-random',
          `${distinct} keys begin with ${firsts.size} different characters: they look counted, not drawn`,
          { column: name },
        );
  }

  private look(key: Key, code: number): void {
    const { sortKeyAt, key: sorted } = this.rows;
    if (this.hexadecimal && key.at === sortKeyAt && sorted?.isHexadecimal === true) {
      key.distinct++;
      if (key.firsts.size < FEWEST_FIRST_CHARACTERS) key.firsts.add(String.fromCharCode(sorted.first));
      return;
    }
    const text = this.rows.text(key.at);
    key.distinct++;
    key.firsts.add(text.charAt(0));
    if (!this.pattern.test(text)) key.guilty.add(code);
  }
}
