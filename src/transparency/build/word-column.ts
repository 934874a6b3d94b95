import { Dictionary } from '../anonymize/index.js';
import { IntList } from './int-list.js';
import type { Cell } from './row-source.js';

/**
 * The words of a column and their groups: words that no allowed level tells apart are one group from the start, so that
 * memory is bounded by what may be published, not by what is recorded.
 */
export class WordColumn {
  private readonly dictionary = new Dictionary();
  private readonly floors = new Dictionary();
  /** word → group */
  private readonly groups = new IntList();
  /** group → its first word */
  readonly first = new IntList();

  /** @param floor the word's own at the finest allowed level; null: every word is a group */
  constructor(
    private readonly missing: string,
    private readonly floor: ((word: string) => string) | null,
  ) {}

  get words(): readonly string[] {
    return this.dictionary.words;
  }

  /** The word's code; a new one when it was not met before. */
  code(cell: Cell): number {
    const word = cell ?? this.missing;
    const code = this.dictionary.code(word);
    if (code === this.groups.length) {
      const group = this.floors.code(this.floor === null ? word : this.floor(word));
      if (group === this.first.length) this.first.push(code);
      this.groups.push(group);
    }
    return code;
  }

  groupOf(code: number): number {
    return this.groups.at(code);
  }
}
