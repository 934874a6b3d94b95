import { Members } from './members.js';
import type { Planning } from './planning.js';

/**
 * What becomes of the units that stand: gone ones leave in company, corrections are shown when k show the same one. Every
 * part that a reader can tell from the rest, and the rest, keeps k subjects and l values, or the step is left out.
 */
export function settleStanding(planning: Planning): void {
  const { draft } = planning;
  const standing = draft.ledger.cohorts.length;
  const members = new Members(draft.ledger.cohortOf, standing);
  for (let cohort = 0; cohort < standing; cohort++) {
    if (draft.cohorts[cohort]!.left !== 0) continue;
    const staying = leaveInCompany(planning, cohort, members.of(cohort));
    showChanges(planning, cohort, move(planning, cohort, staying));
  }
}

/**
 * Whoever is gone leaves at once, and drawn at random so many with them that nobody can say whose the reason was. The
 * others of the cohort stay if they are enough; else all leave.
 */
function leaveInCompany(planning: Planning, cohort: number, members: Int32Array): readonly number[] {
  const { draft, test, units } = planning;
  const leaving = new Set<number>();
  const take = (unit: number): void => {
    for (const other of planning.sameSubject(unit))
      if (draft.cohortOf[other] === cohort && !leaving.has(other)) {
        leaving.add(other);
        test.add(other, draft.seen);
      }
  };
  test.begin();
  for (const unit of members) if (units.present[unit] === 0) take(unit);
  if (leaving.size === 0) return [...members];
  for (const unit of planning.shuffled(members)) {
    if (test.holds) break;
    take(unit);
  }
  const staying = [...members].filter((unit) => !leaving.has(unit));
  if (staying.length === 0 || !test.passes(staying, draft.seen)) {
    draft.withdraw(members, cohort);
    return [];
  }
  draft.withdraw(leaving, cohort);
  return staying;
}

/** Corrections of a class: k that go the same way go together. @returns those that stay */
function move(planning: Planning, cohort: number, members: readonly number[]): readonly number[] {
  const { draft, units } = planning;
  const { classOf } = draft.cohorts[cohort]!;
  const ways = new Map<number, number[]>();
  for (const unit of members) {
    const target = units.classOf[unit]!;
    if (target === classOf || draft.movedFrom[unit]! >= 0 || !mayShow(planning, unit)) continue;
    if (planning.known(unit, target)) continue;
    const together = [...planning.sameSubject(unit)].every(
      (other) => draft.cohortOf[other] !== cohort || units.classOf[other] === target,
    );
    if (together) ways.set(target, [...(ways.get(target) ?? []), unit]);
  }
  let rest = members;
  for (const [target, movers] of ways) {
    const going = new Set(movers);
    const staying = rest.filter((unit) => !going.has(unit));
    if (!mayPart(planning, movers, staying)) continue;
    part(planning, 'moved', movers, { from: cohort, classOf: target });
    for (const unit of movers) draft.movedFrom[unit] = classOf;
    rest = staying;
  }
  return rest;
}

/** Corrections of anything else: a changed cell under a lasting pseudonym is seen, so k change together or none. */
function showChanges(planning: Planning, cohort: number, members: readonly number[]): void {
  const { draft, test, units } = planning;
  const { classOf } = draft.cohorts[cohort]!;
  const changed = new Set(
    members.filter(
      (unit) =>
        units.classOf[unit] === classOf && units.content[unit] !== draft.content[unit] && mayShow(planning, unit),
    ),
  );
  if (changed.size === 0) return;
  const changing = new Set([...changed].filter((unit) => wholly(planning, cohort, unit, changed)));
  const staying = members.filter((unit) => !changing.has(unit));
  if (staying.length > 0 && !test.passes(staying, draft.seen))
    for (const unit of planning.shuffled(changing)) {
      if (test.holds) break;
      for (const other of planning.sameSubject(unit))
        if (changing.delete(other)) {
          staying.push(other);
          test.add(other, draft.seen);
        }
    }
  if (mayPart(planning, [...changing], staying)) part(planning, 'changed', [...changing], { from: cohort, classOf });
}

/** A value changes once in an epoch: of a second change nobody keeps what the group had stood among before. */
function mayShow({ draft, units }: Planning, unit: number): boolean {
  return draft.sensitive.every(
    (shown, a) => units.sensitive[a]![unit] === shown[unit] || shown[unit] === draft.first[a]![unit],
  );
}

/** Whether all units of the person in the cohort are among these. */
function wholly(planning: Planning, cohort: number, unit: number, among: ReadonlySet<number>): boolean {
  for (const other of planning.sameSubject(unit))
    if (planning.draft.cohortOf[other] === cohort && !among.has(other)) return false;
  return true;
}

/** Both parts are groups of their own in the joined file, before and after. */
function mayPart({ draft, test, units, invariance }: Planning, going: readonly number[], staying: readonly number[]) {
  if (!test.passes(going, [...draft.seen, ...units.sensitive])) return false;
  if (staying.length > 0 && !test.passes(staying, draft.seen)) return false;
  const sets = invariance.valuesOf(going);
  return going.every((unit) => invariance.keeps(unit, sets));
}

function part(
  { draft, invariance }: Planning,
  kind: 'changed' | 'moved',
  going: readonly number[],
  { from, classOf }: { readonly from: number; readonly classOf: number },
): void {
  invariance.remember(going, invariance.valuesOf(going));
  draft.steps.push({ kind, units: going, from, to: draft.settle(going, classOf) });
}
