import type { Problem } from '../problem.js';

/** Some units of a problem as a problem of their own. */
export interface Restriction {
  readonly problem: Problem;
  /** unit of the part → unit of the whole */
  readonly unitOf: Int32Array;
  /** row of the part → row of the whole */
  readonly rowOf: Int32Array;
}

/** What is sensitive of the part is still measured against the whole: readers have the whole to compare with. */
export function restrict(problem: Problem, taken: (unit: number) => boolean): Restriction {
  const { rows, quasiIdentifiers, unit, subject, copies, sensitive } = problem;
  const place = new Int32Array(unitsOf(problem)).fill(-1);
  const unitOf: number[] = [];
  for (let u = 0; u < place.length; u++) if (taken(u)) place[u] = unitOf.push(u) - 1;
  const taking: number[] = [];
  for (let row = 0; row < rows; row++) if (place[unit?.[row] ?? row]! >= 0) taking.push(row);
  const rowOf = Int32Array.from(taking);
  return {
    unitOf: Int32Array.from(unitOf),
    rowOf,
    problem: {
      ...problem,
      rows: rowOf.length,
      quasiIdentifiers: quasiIdentifiers.map((column) => ({
        ...column,
        codes: rowOf.map((row) => column.codes[row]!),
      })),
      ...(unit === undefined ? {} : { unit: rowOf.map((row) => place[unit[row]!]!) }),
      ...(subject === undefined ? {} : { subject: Int32Array.from(unitOf, (u) => subject[u]!) }),
      ...(copies === undefined ? {} : { copies: Int32Array.from(unitOf, (u) => copies[u]!) }),
      ...(sensitive === undefined
        ? {}
        : {
            sensitive: sensitive.map((attribute) => ({
              ...attribute,
              codes: rowOf.map((row) => attribute.codes[row]!),
              ...heldToWhole(attribute, problem),
            })),
          }),
    },
  };
}

function unitsOf({ rows, unit }: Problem): number {
  return unit === undefined ? rows : unit.reduce((most, code) => Math.max(most, code + 1), 0);
}

/** The distribution and the order of the whole column, as the part cannot know them. */
function heldToWhole({ codes, order, overall }: NonNullable<Problem['sensitive']>[number], { unit, copies }: Problem) {
  const shares = new Float64Array(codes.reduce((most, code) => Math.max(most, code + 1), 0));
  const seen = new Set<number>();
  let rows = 0;
  for (const [row, code] of codes.entries()) {
    if (code < 0) continue;
    const alike = copies?.[unit?.[row] ?? row] ?? 1;
    shares[code] = shares[code]! + alike;
    seen.add(code);
    rows += alike;
  }
  return {
    overall: overall ?? shares.map((count) => count / rows),
    order: order ?? Int32Array.from(seen),
  };
}
