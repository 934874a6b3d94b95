/** What was written, before anybody asks whether there are such columns. `at` is its place in the text, from 0. */
export type Expression =
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'literal';
      readonly type: 'text' | 'number' | 'boolean' | 'null';
      readonly value: string;
      readonly at: number;
    }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[]; readonly at: number };

/** `*`, `:*` (the row's own number), or an expression with the name that it is given. */
export type Selected =
  | { readonly kind: 'all'; readonly at: number }
  | { readonly kind: 'system'; readonly at: number }
  | {
      readonly kind: 'expression';
      readonly expression: Expression;
      readonly alias: string | null;
      readonly at: number;
    };

export interface Selection {
  readonly distinct: boolean;
  readonly items: readonly Selected[];
}

export interface Ordering {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** The parts of a query; null is "not said". */
export interface Clauses {
  readonly select: Selection | null;
  readonly where: Expression | null;
  readonly group: readonly Expression[];
  readonly having: Expression | null;
  readonly search: string | null;
  readonly order: readonly Ordering[];
  readonly limit: string | null;
  readonly offset: string | null;
}

export const NO_CLAUSES: Clauses = {
  select: null,
  where: null,
  group: [],
  having: null,
  search: null,
  order: [],
  limit: null,
  offset: null,
};
