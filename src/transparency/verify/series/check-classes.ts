import type { PublishedRelease } from './published-release.js';
import type { Findings } from './series-violation.js';
import { SubjectTally } from './tallies.js';

/** Each release by itself: every signature is shared by k subjects. */
export function checkClasses({ at, manifest, signature, subject, line }: PublishedRelease, findings: Findings): void {
  const classes = new SubjectTally();
  signature.forEach((number, unit) => {
    classes.add(number, subject[unit]!);
  });
  for (const { group, subjects } of classes.below(manifest.k))
    findings.add(
      'class-below-k',
      [at],
      `${subjects} subjects share a signature, ${manifest.k} must`,
      line[signature.indexOf(group)],
    );
}
