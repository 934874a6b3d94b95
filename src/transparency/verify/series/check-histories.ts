import { ABSENT, type EpochView } from './epoch-view.js';
import { promisedValues } from './series-manifest.js';
import type { Findings } from './series-violation.js';
import { SubjectTally } from './tallies.js';
import { Words } from './words.js';

/**
 * The whole epoch joined: the course of a unit through all releases (its class or its absence in each, and whether its
 * cells changed) is shared by k subjects, who have l values in every release in which they stand.
 * @returns units whose course fewer than k subjects share
 */
export function checkHistories(view: EpochView, findings: Findings): number {
  const { releases, positions } = view;
  const last = releases.at(-1);
  if (last === undefined) return 0;
  const k = Math.min(...releases.map(({ manifest }) => manifest.k));
  const courses = coursesOf(view);
  const people = new SubjectTally();
  const units = new Map<number, number>();
  courses.forEach((course, unit) => {
    const at = releases.findIndex((_, release) => positions[release]![unit] !== ABSENT);
    people.add(course, releases[at]!.subject[positions[at]![unit]!]!);
    units.set(course, (units.get(course) ?? 0) + 1);
  });
  const all = releases.map(({ at }) => at);
  let exposed = 0;
  for (const { group, subjects } of people.below(k)) {
    exposed += units.get(group) ?? 0;
    findings.add('history-below-k', all, `${subjects} subjects share one course through the releases, ${k} must`);
  }
  for (const [release, { manifest, sensitive }] of releases.entries())
    for (const [column, l] of promisedValues(manifest).entries()) {
      const values = new SubjectTally();
      courses.forEach((course, unit) => {
        const position = positions[release]![unit]!;
        if (position !== ABSENT) values.add(course, sensitive[column]![position]!);
      });
      for (const { subjects: distinct } of values.below(l))
        findings.add(
          'history-below-l',
          [releases[release]!.at],
          `those who share one course through the releases have ${distinct} values of a sensitive column, ${l} must be`,
        );
    }
  return exposed;
}

/** unit → number of its course. */
function coursesOf({ releases, positions, size }: EpochView): Int32Array {
  const course = new Int32Array(size);
  const content = new Int32Array(size).fill(ABSENT);
  for (const [release, { signature, content: contents }] of releases.entries()) {
    const words = new Words();
    for (let unit = 0; unit < size; unit++) {
      const position = positions[release]![unit]!;
      const shown = position === ABSENT ? ABSENT : signature[position]!;
      const cells = position === ABSENT ? content[unit]! : contents[position]!;
      const changed = content[unit] !== ABSENT && cells !== content[unit];
      content[unit] = cells;
      course[unit] = words.number(`${course[unit]!} ${shown} ${changed ? 1 : 0}`);
    }
  }
  return course;
}
