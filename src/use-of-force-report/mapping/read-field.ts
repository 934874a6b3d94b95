import type { FieldRule, Mapping } from './mapping.js';
import { CellReader, type CellReading } from './read-cell.js';

/** Gives the cell that a rule reads, of the row or of the item of a list that is being looked at. */
export type CellOf = (rule: FieldRule) => string;

/** How a field is read: its column, another where that says nothing, and a third that may leave a no in doubt. */
export class FieldReader {
  readonly cells: CellReader;
  private readonly instead: FieldReader | null;
  private readonly doubt: FieldReader | null;
  private readonly constant: CellReading | null;

  constructor(
    readonly rule: FieldRule,
    mapping: Mapping,
  ) {
    this.cells = new CellReader(rule, mapping);
    this.instead = rule.instead ? new FieldReader(rule.instead, mapping) : null;
    this.doubt = rule.doubtedBy ? new FieldReader(rule.doubtedBy, mapping) : null;
    this.constant = rule.value !== undefined ? { value: rule.value } : rule.link ? { blank: true } : null;
  }

  read(cellOf: CellOf): CellReading {
    if (this.constant) return this.constant;
    const own = this.cells.read(cellOf(this.rule));
    if (this.doubt && 'value' in own && own.value === false) return this.doubted(own, this.doubt, cellOf);
    return this.instead && 'blank' in own && !own.aside ? this.instead.read(cellOf) : own;
  }

  /** The rules whose columns it reads, its own first. */
  rules(): FieldRule[] {
    return [this.rule, ...(this.instead?.rules() ?? []), ...(this.doubt?.rules() ?? [])];
  }

  private doubted(own: CellReading, doubt: FieldReader, cellOf: CellOf): CellReading {
    const other = doubt.read(cellOf);
    if (!('value' in other) || other.value !== true) return own;
    const { column = '' } = doubt.rule;
    return { blank: true, aside: { code: 'cells-contradict', column, words: [cellOf(doubt.rule)] } };
  }
}
