import { outputName } from './output-name.js';
import { refused } from './soql-fault.js';
import type { Selected, Selection } from './syntax.js';
import { type Names, typeExpression } from './type-expression.js';
import { type Output, ROW_ID, type SoqlType } from './typed.js';

/** A column as a query may name it. */
export interface SoqlColumn {
  readonly name: string;
  readonly type: SoqlType;
}

export type PlacedOutput = Output & { readonly at: number };

const MOST_OUTPUTS = 100;

/** What an answer shows, each under a name of its own. @throws SoqlFault */
export function selectOutputs({ items }: Selection, columns: readonly SoqlColumn[], names: Names): PlacedOutput[] {
  const outputs = items.flatMap((item) => outputsOf(item, columns, names));
  if (outputs.length > MOST_OUTPUTS)
    throw refused('soql-too-costly', outputs[MOST_OUTPUTS]?.at ?? 0, `Select ${MOST_OUTPUTS} things at most.`);
  return uniquelyNamed(outputs);
}

export const everyColumn = (columns: readonly SoqlColumn[], at = 0): PlacedOutput[] =>
  columns.map(({ name, type }) => ({ name, expression: { kind: 'column', name, type }, at }));

type Unnamed = PlacedOutput & { readonly given?: boolean };

function outputsOf(item: Selected, columns: readonly SoqlColumn[], names: Names): Unnamed[] {
  if (item.kind === 'all') return everyColumn(columns, item.at);
  if (item.kind === 'system') return everyColumn([{ name: ROW_ID, type: 'number' }], item.at);
  const { expression, alias, at } = item;
  const typed = typeExpression(expression, names);
  return [{ name: alias ?? outputName(expression), expression: typed, at, given: alias !== null }];
}

/** Names that were given are kept; any other that is taken is counted on: `count`, `count_2`. */
export function uniquelyNamed(outputs: readonly Unnamed[]): PlacedOutput[] {
  const taken = new Set<string>();
  for (const { name, given, at } of outputs.filter((each) => each.given === true)) {
    if (taken.has(name)) throw refused('soql-name', at, `Two things are named \`${name}\`.`);
    if (given === true) taken.add(name);
  }
  return outputs.map(({ name, expression, at, given }) => {
    const own = given === true ? name : free(name, taken);
    taken.add(own);
    return { name: own, expression, at };
  });
}

function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}_${count}`;
  return candidate;
}
