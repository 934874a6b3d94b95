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
  /** Keys met so far, when each may name one row only. */
  readonly seen: Set<string> | null;
  readonly firsts: Set<string>;
  distinct: number;
  last: string;
}

/** Keys must be pseudonyms: of the declared form, spread over it, and, where they name one row, used once. */
export class KeyCheck implements RowCheck {
  private readonly keys: readonly Key[];
  private readonly pattern: RegExp;

  constructor(
    { columns, keys }: Manifest,
    private readonly report: Report,
  ) {
    this.pattern = new RegExp(keys.pattern ?? PSEUDONYM, 'u');
    this.keys = columns.flatMap((column, at) => {
      if (column.role !== 'key') return [];
      const { name, repeats } = column;
      const onePerRow = name !== keys.unit && name !== keys.subject && repeats !== true;
      return [
        { at, name, seen: onePerRow ? new Set<string>() : null, firsts: new Set<string>(), distinct: 0, last: '' },
      ];
    });
  }

  row(cells: readonly string[], line: number): void {
    for (const key of this.keys) {
      const cell = cells[key.at] ?? '';
      if (cell === key.last && key.seen === null) continue;
      if (!this.pattern.test(cell))
        this.report('key-not-pseudonym', 'the key has not the form of a pseudonym', { line, column: key.name });
      if (key.seen?.has(cell) === true)
        this.report('duplicate-key', 'the key names two rows', { line, column: key.name });
      key.seen?.add(cell);
      key.firsts.add(cell.charAt(0));
      key.distinct++;
      key.last = cell;
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
}
