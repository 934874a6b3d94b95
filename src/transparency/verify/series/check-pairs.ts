import { ABSENT, type EpochView } from './epoch-view.js';
import type { PublishedRelease } from './published-release.js';
import type { Findings } from './series-violation.js';
import { SubjectTally } from './tallies.js';

/**
 * Two releases of one epoch, as sets: by class, the units that appeared, those that disappeared and those whose other cells
 * changed are none or of at least k subjects; and so are the subjects that are new to a class or gone from it.
 */
export function checkPair(view: EpochView, first: number, second: number, findings: Findings): void {
  const [then, now] = [view.releases[first]!, view.releases[second]!];
  const k = Math.min(then.manifest.k, now.manifest.k);
  const [appeared, disappeared, changed] = [new SubjectTally(), new SubjectTally(), new SubjectTally()];
  for (let unit = 0; unit < view.size; unit++) {
    const [before, after] = [view.positions[first]![unit]!, view.positions[second]![unit]!];
    const left = before === ABSENT ? ABSENT : then.signature[before]!;
    const entered = after === ABSENT ? ABSENT : now.signature[after]!;
    if (left === entered) {
      if (left !== ABSENT && then.content[before] !== now.content[after]) changed.add(left, then.subject[before]!);
      continue;
    }
    if (left !== ABSENT) disappeared.add(left, then.subject[before]!);
    if (entered !== ABSENT) appeared.add(entered, now.subject[after]!);
  }
  const pair = [then.at, now.at];
  for (const { group, subjects } of changed.below(k))
    findings.add(
      'sensitive-change-below-k',
      pair,
      `cells of ${subjects} subjects of a class changed`,
      lineOf(now, group),
    );
  const report = (word: string, ...tallies: readonly SubjectTally[]): void => {
    const below = new Map(
      tallies.flatMap((tally) => [...tally.below(k)].map(({ group, subjects }) => [group, subjects])),
    );
    for (const [group, subjects] of below)
      findings.add('difference-below-k', pair, `${subjects} subjects ${word} a class`, lineOf(now, group));
  };
  report('are new to', appeared, peopleOnly(now, then));
  report('are gone from', disappeared, peopleOnly(then, now));
}

/** By class the subjects that one release has and the other has not, where units and subjects are not the same. */
function peopleOnly(one: PublishedRelease, other: PublishedRelease): SubjectTally {
  const tally = new SubjectTally();
  const pairs = new Set<string>();
  other.signature.forEach((signature, unit) => pairs.add(`${signature} ${other.subject[unit]!}`));
  one.signature.forEach((signature, unit) => {
    if (!pairs.has(`${signature} ${one.subject[unit]!}`)) tally.add(signature, one.subject[unit]!);
  });
  return tally;
}

function lineOf({ signature, line }: PublishedRelease, group: number): number | undefined {
  return line[signature.indexOf(group)];
}
