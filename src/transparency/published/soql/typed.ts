/** What a value is. `date` is a moment without a zone, as SODA's floating timestamp. */
export type SoqlType = 'text' | 'number' | 'boolean' | 'date';

/** An expression of which everything is known to be there: columns of the release, functions of our table, values of a type. */
export type Typed =
  | { readonly kind: 'column'; readonly name: string; readonly type: SoqlType }
  | { readonly kind: 'literal'; readonly value: string | null; readonly type: SoqlType }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Typed[]; readonly type: SoqlType };

export interface Output {
  readonly name: string;
  readonly expression: Typed;
}

export interface Ordered {
  readonly expression: Typed;
  readonly descending: boolean;
  /** Empty cells come last in descending order too. */
  readonly emptyLast?: true;
}

/** A checked question. Its JSON text is the same for the same question, however it was written. */
export interface TypedQuery {
  readonly outputs: readonly Output[];
  readonly where: Typed | null;
  /** Every one of these words stands in some text column of the row. */
  readonly search: readonly string[];
  /** Rows are counted together, by `group`; all of them when that is empty. */
  readonly grouped: boolean;
  readonly group: readonly Typed[];
  readonly having: Typed | null;
  readonly order: readonly Ordered[];
  readonly limit: number;
  readonly offset: number;
}

/** The row's own number within its release. */
export const ROW_ID = ':id';

/** The same text for the same expression: where one is grouped by, the other is known. */
export const keyOf = (expression: Typed): string => JSON.stringify(expression);

export function nodesOf(expression: Typed): number {
  if (expression.kind !== 'call') return 1;
  return expression.operands.reduce((sum, operand) => sum + nodesOf(operand), 1);
}

/** Columns that a question names, each once. */
export function columnsOf({ outputs, where, group, having, order }: TypedQuery): Set<string> {
  const names = new Set<string>();
  const note = (expression: Typed): void => {
    if (expression.kind === 'column') names.add(expression.name);
    if (expression.kind === 'call') expression.operands.forEach(note);
  };
  for (const { expression } of [...outputs, ...order]) note(expression);
  for (const each of [where, having, ...group]) if (each) note(each);
  return names;
}
