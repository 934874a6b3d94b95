export class DenominatorView {
  id!: string;
  /** null: of the whole place */
  departmentId!: string | null;
  kind!: string;
  /** YYYY-MM */
  month!: string;
  grouping!: string;
  source!: string;
  sourceUrl!: string | null;
  counts!: Record<string, number>;
  /** Counts from 1; a later one supersedes an earlier one */
  version!: number;
}

export class DenominatorRowView {
  kind!: string;
  /** YYYY-MM */
  month!: string;
  /** null: of the whole place */
  department!: string | null;
  grouping!: string;
  group!: string;
  count!: number;
  /** Who counted: cite it beside every rate */
  source!: string;
  sourceUrl!: string | null;
  version!: number;
}

export class DenominatorRowsView {
  items!: DenominatorRowView[];
}
