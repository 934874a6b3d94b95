import { AnonymizationRefused } from './anonymization-refused.js';
import { assertNested } from './hierarchy.js';
import type { Metric } from './metric.js';
import type { Problem, QuasiIdentifier, SensitiveAttribute } from './problem.js';

/** Refuses what would make the result meaningless rather than merely poor. */
export function checkProblem(problem: Problem): void {
  const { rows, k, suppressionLimit, quasiIdentifiers, unit, subject, copies, sensitive = [], metric } = problem;
  demand(Number.isInteger(k) && k >= 1, 'k must be a whole number of at least 1');
  demand(suppressionLimit >= 0 && suppressionLimit <= 1, 'the suppression limit is a share, 0 to 1');
  demand(quasiIdentifiers.length > 0, 'there is no quasi-identifier');
  const units = unit === undefined ? rows : checkUnits(unit, rows);
  demand(subject === undefined || subject.length === units, 'subject must be given for every unit');
  if (copies !== undefined) checkCopies(copies, units, problem);
  for (const column of quasiIdentifiers) checkColumn(column, problem);
  for (const attribute of sensitive) checkSensitive(attribute, rows);
  if (metric !== undefined) checkMetric(metric, quasiIdentifiers.length);
}

/** Sums are 32-bit: more rows than that would be counted wrongly. */
const MOST_ROWS = 2 ** 31 - 1;

function checkCopies(copies: Int32Array, units: number, { unit, subject, rows }: Problem): void {
  demand(subject === undefined, 'copies are distinct subjects: give either copies or subject');
  demand(copies.length === units, 'copies must be given for every unit');
  demand(!copies.some((count) => count < 1), 'a unit stands for at least one');
  let all = 0;
  for (let row = 0; row < rows; row++) all += copies[unit?.[row] ?? row]!;
  demand(all <= MOST_ROWS, `with their copies there are more than ${MOST_ROWS} rows`);
}

function checkSensitive({ name, codes, hierarchy, order, overall }: SensitiveAttribute, rows: number): void {
  demand(codes.length === rows, `"${name}" must have a code for every row`);
  if (hierarchy !== undefined) assertNested(name, hierarchy);
  const domain = hierarchy?.levels[0]?.codes.length ?? Infinity;
  for (const code of codes)
    demand(code >= -1 && code < domain, `"${name}" has a code that its hierarchy does not know`);
  const ordered = order === undefined ? null : new Set(order);
  demand(
    ordered === null || codes.every((code) => code < 0 || ordered.has(code)),
    `the order of "${name}" misses a code`,
  );
  demand(
    overall === undefined || codes.every((code) => code < 0 || overall[code]! > 0),
    `the overall distribution of "${name}" misses a code`,
  );
}

function checkMetric({ gsFactor = 0.5, weights }: Metric, columns: number): void {
  demand(gsFactor >= 0 && gsFactor <= 1, 'the factor between suppression and generalization is 0 to 1');
  demand(weights === undefined || weights.length === columns, 'there must be a weight for every quasi-identifier');
  demand(weights?.every((weight) => weight >= 0 && weight < Infinity) !== false, 'a weight is 0 or more');
}

/** Units are numbered 0 … units − 1 and each has a row. */
function checkUnits(unit: Int32Array, rows: number): number {
  demand(unit.length === rows, 'unit must be given for every row');
  const units = unit.reduce((most, code) => Math.max(most, code + 1), 0);
  const present = new Uint8Array(units);
  for (const code of unit) {
    demand(code >= 0, 'a unit is negative');
    present[code] = 1;
  }
  demand(!present.includes(0), 'units are not numbered without gaps');
  return units;
}

function checkColumn(
  { name, codes, hierarchy, scope, minLevel = 0, maxLevel }: QuasiIdentifier,
  { rows, unit }: Problem,
): void {
  assertNested(name, hierarchy);
  const top = hierarchy.levels.length - 1;
  const ceiling = maxLevel ?? top;
  demand(
    minLevel >= 0 && minLevel <= ceiling && ceiling <= top,
    `"${name}" has no level from ${minLevel} to ${ceiling}`,
  );
  demand(codes.length === rows, `"${name}" must have a code for every row`);
  const domain = hierarchy.levels[0]?.codes.length ?? 0;
  for (const code of codes) demand(code >= 0 && code < domain, `"${name}" has a code that its hierarchy does not know`);
  if (scope === 'unit' && unit !== undefined) checkConstant(name, codes, unit);
}

function checkConstant(name: string, codes: Int32Array, unit: Int32Array): void {
  const valueOf = new Int32Array(codes.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const u = unit[row]!;
    if (valueOf[u] !== -1 && valueOf[u] !== codes[row])
      throw new AnonymizationRefused(
        'unit-value-varies',
        `"${name}" is declared per unit but differs within unit ${u}`,
      );
    valueOf[u] = codes[row]!;
  }
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new AnonymizationRefused('problem-malformed', message);
}
