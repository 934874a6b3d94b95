import { RecordLayout } from '../record-layout.js';
import { demandedOf, isMatter, quasiIdentifiersOf, type ReleasePlan } from '../release-plan.js';
import type { Shares } from './told-totals.js';
import { FrozenColumn, MatterColumn, type ShownColumn } from './shown-column.js';

/** What an epoch froze. */
export interface Frozen {
  /** Quasi-identifier → level. */
  readonly levels: Readonly<Record<string, number>>;
  /** Column → items that are published because k units used them; null: not settled yet. */
  readonly words: Readonly<Record<string, readonly string[]>> | null;
  /** Demanded column → shares that classes are held against; null: not settled yet. */
  readonly shares: Readonly<Record<string, Shares>> | null;
  /** Quasi-identifier → published word → what it is part of. */
  readonly ancestors: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** Where everything that an epoch's rows show stands: in a row of the source, and in a record. */
export class SeriesLayout {
  readonly record: RecordLayout;
  /** Place in a record of 1 where it is a row of the last file, 0 where it is one of the source. */
  get formerAt(): number {
    return this.record.width - 1;
  }

  /** In the order of `record.names`, from `firstCode` of a record on. */
  readonly columns: readonly ShownColumn[];
  readonly quasiIdentifiers: readonly FrozenColumn[];
  readonly matters: readonly MatterColumn[];
  /** Places in `columns`. */
  readonly quasiAt: readonly number[];
  readonly sensitiveAt: readonly number[];
  readonly demandedAt: readonly number[];

  constructor(
    readonly plan: ReleasePlan,
    { levels, words, ancestors }: Omit<Frozen, 'shares'>,
  ) {
    const matters = plan.columns.filter(isMatter);
    this.quasiIdentifiers = quasiIdentifiersOf(plan).map(
      (column) => new FrozenColumn(column, levels[column.name] ?? 0, ancestors.get(column.name) ?? new Map()),
    );
    this.matters = matters.map((column) => new MatterColumn(column, words && new Set(words[column.name])));
    this.columns = [...this.quasiIdentifiers, ...this.matters];
    this.record = new RecordLayout(plan, { names: [...this.quasiIdentifiers, ...this.matters].map(nameOf) }, 1);
    this.quasiAt = this.quasiIdentifiers.map((_, at) => at);
    const after = (names: readonly string[]): number[] =>
      names.map((name) => this.quasiAt.length + matters.findIndex((column) => column.name === name));
    this.sensitiveAt = after(matters.filter(({ role }) => role === 'sensitive').map(({ name }) => name));
    this.demandedAt = after(demandedOf(plan).map(({ name }) => name));
  }

  /** Names of the columns whose values are counted and compared between releases, in the order of the file. */
  get sensitive(): string[] {
    return this.sensitiveAt.map((at) => nameOf(this.matters[at - this.quasiAt.length]!));
  }
}

const nameOf = ({ plan: { name } }: FrozenColumn | MatterColumn): string => name;
