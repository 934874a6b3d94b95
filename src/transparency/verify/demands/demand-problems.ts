type Json = Record<string, unknown>;

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  'distinct-l': ['l'],
  'entropy-l': ['l'],
  'recursive-cl': ['c', 'l'],
  't-closeness': ['t'],
  'beta-likeness': ['beta'],
  'average-risk': ['threshold'],
  uniqueness: ['threshold'],
};
const CHOICES: Readonly<Record<string, readonly [member: string, ...words: string[]]>> = {
  'entropy-l': ['estimator', 'shannon', 'grassberger', 'grassberger-arx'],
  't-closeness': ['distance', 'equal', 'hierarchical', 'ordered'],
  'beta-likeness': ['variant', 'basic', 'enhanced'],
};

/** What is wrong with a manifest's list of demands. A demand that the verifier does not know is a promise it cannot check. */
export function* demandProblems(demands: unknown, columns: readonly Json[]): Generator<string> {
  if (demands === undefined) return;
  if (!Array.isArray(demands)) yield 'demands is not a list';
  else for (const [at, demand] of demands.entries()) yield* problemsOf(demand, `demand ${at + 1}`, columns);
}

function* problemsOf(demand: unknown, label: string, columns: readonly Json[]): Generator<string> {
  if (!isObject(demand) || typeof demand.type !== 'string' || !Object.hasOwn(NUMBERS, demand.type)) {
    yield `${label} is of no known type`;
    return;
  }
  const { type } = demand;
  for (const name of NUMBERS[type] ?? [])
    if (!isMeasure(demand[name]) || (name === 'l' && !Number.isInteger(demand[name])))
      yield `${label} has no sensible ${name}`;
  const [member, ...words] = CHOICES[type] ?? [''];
  if (member !== '' && !words.includes(String(demand[member])))
    yield `${label} has no ${member} of ${words.join(', ')}`;
  if (type === 'average-risk' || type === 'uniqueness') return;
  if (!columns.some(({ name, role }) => name === demand.attribute && role !== 'key'))
    yield `${label} is about a column that does not exist`;
  if (type !== 't-closeness' && type !== 'beta-likeness') return;
  if (!isShares(demand.overall)) {
    yield `${label} does not give the overall shares`;
    return;
  }
  const values = Object.keys(demand.overall);
  if (demand.distance === 'ordered' && !isOrder(demand.order, values)) yield `${label} has no order of all its values`;
  if (demand.distance === 'hierarchical' && !isHierarchy(demand.hierarchy, values))
    yield `${label} has no nested hierarchy of all its values`;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMeasure = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;
const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

function isShares(overall: unknown): overall is Record<string, number> {
  return isObject(overall) && Object.values(overall).every((share) => isMeasure(share) && (share as number) <= 1);
}

function isOrder(order: unknown, values: readonly string[]): boolean {
  return isWords(order) && new Set(order).size === order.length && values.every((value) => order.includes(value));
}

/** Lines of one length from a value to one top, where every group lies in one group above. */
function isHierarchy(lines: unknown, values: readonly string[]): boolean {
  if (!Array.isArray(lines) || !lines.every(isWords)) return false;
  const first = lines[0] ?? [];
  const known = new Set(lines.map((line) => line[0]));
  const above = new Map<string, string>();
  const nested = lines.every((line) =>
    line.every((group, level) => {
      const parent = line[level + 1] ?? '';
      const key = `${level}\u001f${group}`;
      const before = above.get(key) ?? parent;
      above.set(key, parent);
      return before === parent;
    }),
  );
  const even = lines.every((line) => line.length === first.length && line.at(-1) === first.at(-1));
  return nested && even && first.length > 0 && known.size === lines.length && values.every((value) => known.has(value));
}
