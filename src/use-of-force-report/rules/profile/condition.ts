import { responseState } from '../answer.js';
import { type Fields, listAt, type Test } from './ground.js';
import { NAMED_FUNCTIONS } from './named-functions.js';
import type { Comparison, Condition, Path, Scope } from './profile-document.js';
import { compilePath, type See } from './reach.js';
import { wordForm } from './word-form.js';

export type Sets = Readonly<Record<string, readonly string[]>>;

/** A condition as a function, taken apart once: a record costs a few calls and no garbage. */
export function compileCondition(condition: Condition, scope: Scope, sets: Sets): Test {
  const compile = (part: Condition): Test => compileCondition(part, scope, sets);
  if ('all' in condition) return allOf(condition.all.map(compile));
  if ('any' in condition) return anyOf(condition.any.map(compile));
  if ('not' in condition) {
    const test = compile(condition.not);
    return (item, index, ground) => !test(item, index, ground);
  }
  if ('each' in condition) return eachIn(condition.each, compileCondition(condition.must, condition.each, sets));
  if ('some' in condition) return someIn(condition.some, compileCondition(condition.where, condition.some, sets));
  if ('function' in condition) return functionIn(condition, scope);
  if ('count' in condition) return countIn(condition.at, condition.count, scope);
  if ('compare' in condition) return comparisonIn(condition, scope);
  return seenAt(condition.at, seeFor(condition, sets), scope);
}

const allOf =
  (tests: readonly Test[]): Test =>
  (item, index, ground) => {
    for (const test of tests) if (!test(item, index, ground)) return false;
    return true;
  };

const anyOf =
  (tests: readonly Test[]): Test =>
  (item, index, ground) => {
    for (const test of tests) if (test(item, index, ground)) return true;
    return false;
  };

const eachIn =
  (list: string, test: Test): Test =>
  (_item, _index, ground) =>
    listAt(ground.report, list).every((item, index) => test(item, index, ground));

const someIn =
  (list: string, test: Test): Test =>
  (_item, _index, ground) =>
    listAt(ground.report, list).some((item, index) => test(item, index, ground));

type Seen = Extract<Condition, { equals: unknown } | { in: unknown } | { present: unknown } | { state: unknown }>;

/** `present: false` is a yes where nothing at the path is answered; the others where anything at it fits. */
function seeFor(condition: Seen, sets: Sets): { see: See; wanted: boolean } {
  if ('equals' in condition) return { see: equalTo(condition.equals), wanted: true };
  if ('present' in condition) return { see: isAnswered, wanted: condition.present };
  if ('state' in condition) {
    const states = new Set<string>([condition.state].flat());
    return { see: (value) => states.has(responseState(value)), wanted: true };
  }
  const words = new Set<unknown>(Array.isArray(condition.in) ? condition.in : (sets[condition.in.set] ?? []));
  return { see: someWord((word) => words.has(word) || words.has(wordForm(word))), wanted: true };
}

function seenAt(at: Path | Path[], { see, wanted }: { see: See; wanted: boolean }, scope: Scope): Test {
  const paths = [at].flat().map((path) => compilePath(path, scope));
  const [only] = paths;
  if (only && paths.length === 1) return (item, index, ground) => only(item, index, ground, see) === wanted;
  return (item, index, ground) => paths.some((path) => path(item, index, ground, see)) === wanted;
}

/** An answer with something in it: an empty list tells nothing. */
export const isAnswered: See = (value) =>
  Array.isArray(value) ? value.length > 0 : responseState(value) === 'answered';

function equalTo(wanted: string | number | boolean): See {
  if (typeof wanted !== 'string') return (value) => value === wanted;
  return someWord((word) => word === wanted || wordForm(word) === wanted);
}

function someWord(fits: (word: string) => boolean): See {
  return (value) => {
    if (typeof value === 'string') return fits(value);
    return Array.isArray(value) && value.some((word) => typeof word === 'string' && fits(word));
  };
}

/** The members of lists, each; of anything else, one if it is answered. */
function counterAt(path: Path, scope: Scope): (item: Fields, index: number, ground: Parameters<Test>[2]) => number {
  const reach = compilePath(path, scope);
  let counted = 0;
  const see: See = (value) => {
    counted += Array.isArray(value) ? value.length : responseState(value) === 'answered' ? 1 : 0;
    return false;
  };
  return (item, index, ground) => {
    counted = 0;
    reach(item, index, ground, see);
    return counted;
  };
}

function countIn(path: Path, { least = 0, most = Infinity }: { least?: number; most?: number }, scope: Scope): Test {
  const count = counterAt(path, scope);
  return (item, index, ground) => {
    const counted = count(item, index, ground);
    return counted >= least && counted <= most;
  };
}

type Compared = number | string;
const COMPARE: Readonly<Record<Comparison, (one: Compared, other: Compared) => boolean>> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '=': (one, other) => one === other,
  '>=': (one, other) => one >= other,
  '>': (one, other) => one > other,
  '!=': (one, other) => one !== other,
};

/** Numbers with numbers, days with days (YYYY-MM-DD sort as text). What is not there, on either side, is not compared: yes. */
function comparisonIn({ at, compare, to }: Extract<Condition, { compare: unknown }>, scope: Scope): Test {
  const holds = COMPARE[compare];
  const reach = compilePath(at, scope);
  const fails: See = (value, other) =>
    isComparable(value) && isComparable(other) && typeof value === typeof other && !holds(value, other);
  if (typeof to !== 'object') return (item, index, ground) => !reach(item, index, ground, fails, to);
  if ('count' in to) {
    const count = counterAt(to.count, scope);
    return (item, index, ground) => !reach(item, index, ground, fails, count(item, index, ground));
  }
  const toReach = compilePath(to.at, scope);
  return (item, index, ground) => !toReach(item, index, ground, (other) => reach(item, index, ground, fails, other));
}

function isComparable(value: unknown): value is Compared {
  return typeof value === 'number' || typeof value === 'string';
}

function functionIn({ function: name, from, to, most }: Extract<Condition, { function: unknown }>, scope: Scope): Test {
  const named = NAMED_FUNCTIONS.get(name);
  if (!named) throw new Error(`There is no function ${name}.`);
  const [reachFrom, reachTo] = [compilePath(from, scope), compilePath(to, scope)];
  return (item, index, ground) =>
    !reachFrom(item, index, ground, (begin) => reachTo(item, index, ground, (end) => !named(begin, end, most)));
}
