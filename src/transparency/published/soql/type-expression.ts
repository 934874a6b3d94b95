import { nearestName } from '../../rules/nearest-name.js';
import { fitLiteral, wordsOf } from './fit-literal.js';
import { FUNCTION_NAMES, functionNamed } from './functions.js';
import type { Kind, SoqlFunction } from './soql-function.js';
import { refused } from './soql-fault.js';
import type { Expression } from './syntax.js';
import type { SoqlType, Typed } from './typed.js';

/** Names that an expression may use, and what they stand for. */
export interface Names {
  readonly find: (name: string) => Typed | null;
  readonly known: readonly string[];
}

/** @throws SoqlFault unknown-column, unknown-function, soql-type, soql-aggregate */
export function typeExpression(expression: Expression, names: Names): Typed {
  if (expression.kind === 'column') return columnOf(expression.name, expression.at, names);
  if (expression.kind === 'call') return callOf(expression, names);
  const { type, value } = expression;
  return type === 'null' ? { kind: 'literal', value: null, type: 'text' } : { kind: 'literal', value, type };
}

/** A condition: true, false or unknown for each row. */
export function typeCondition(expression: Expression, names: Names): Typed {
  return fit(typeExpression(expression, names), 'boolean', expression.at);
}

export function hasAggregate(expression: Typed): boolean {
  if (expression.kind !== 'call') return false;
  return functionNamed(expression.name)?.aggregate === true || expression.operands.some(hasAggregate);
}

function columnOf(name: string, at: number, { find, known }: Names): Typed {
  const found = find(name);
  if (found) return found;
  const nearest = nearestName(name, known);
  const hint = nearest === null ? `There are: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  throw refused('unknown-column', at, `There is no column of that name here. ${hint}`, nearest);
}

function callOf({ name, operands, at }: Expression & { kind: 'call' }, names: Names): Typed {
  const definition = functionNamed(name);
  if (!definition) throw unknownFunction(name, at);
  const kinds = kindsOf(definition, operands.length);
  if (kinds === null) throw refused('soql-type', at, `\`${name}\` takes ${countOf(definition)}.`);
  const typed = operands.map((operand) => typeExpression(operand, names));
  const same = sameOf(typed, kinds);
  const at0 = (place: number): number => operands[place]?.at ?? at;
  const fitted = typed.map((operand, place) => fitKind(operand, kinds[place] ?? 'any', same, at0(place)));
  if (kinds.includes('same') && !(definition.among ?? []).includes(same))
    throw refused('soql-type', at, `\`${name}\` does not work on ${same === 'boolean' ? 'true and false' : same}.`);
  if (definition.aggregate === true && fitted.some(hasAggregate))
    throw refused('soql-aggregate', at, 'What is counted together already cannot be counted together again.');
  return { kind: 'call', name, operands: fitted, type: definition.gives === 'same' ? same : definition.gives };
}

function unknownFunction(name: string, at: number): Error {
  const nearest = nearestName(name, FUNCTION_NAMES);
  const hint = nearest === null ? `There are: ${FUNCTION_NAMES.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return refused('unknown-function', at, `There is no function of that name. ${hint}`, nearest);
}

/** What each operand should be; null when there are too few or too many. */
function kindsOf({ takes, repeats = [] }: SoqlFunction, count: number): Kind[] | null {
  const more = count - takes.length;
  if (more < 0 || (more > 0 && (repeats.length === 0 || more % repeats.length !== 0))) return null;
  return [...takes, ...Array.from({ length: more }, (_, at) => repeats[at % repeats.length] ?? 'any')];
}

const countOf = ({ takes, repeats }: SoqlFunction): string =>
  `${takes.length}${repeats ? `, and then any number of times ${repeats.length},` : ''} ${takes.length === 1 ? 'value' : 'values'}`;

/** The first operand that is of its type whatever it is compared with says which; written values follow it. */
function sameOf(typed: readonly Typed[], kinds: readonly Kind[]): SoqlType {
  const candidates = typed.filter((_, place) => kinds[place] === 'same');
  const firm = candidates.find((each) => each.kind !== 'literal' || (each.value !== null && each.type !== 'text'));
  return firm?.type ?? 'text';
}

function fitKind(operand: Typed, kind: Kind, same: SoqlType, at: number): Typed {
  return kind === 'any' ? operand : fit(operand, kind === 'same' ? same : kind, at);
}

function fit(operand: Typed, type: SoqlType, at: number): Typed {
  if (operand.kind === 'literal') return fitLiteral(operand, type, at);
  if (operand.type !== type)
    throw refused('soql-type', at, `This is ${wordsOf(operand.type)}; here should stand ${wordsOf(type)}.`);
  return operand;
}
