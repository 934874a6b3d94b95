import { checkAcross, type Stretch } from './check-across.js';
import { checkClasses } from './check-classes.js';
import { checkHistories } from './check-histories.js';
import { checkPair } from './check-pairs.js';
import { EpochView } from './epoch-view.js';
import { type PublishedRelease, Vocabulary } from './published-release.js';
import { readRelease, type ReleasePaths } from './read-release.js';
import { readSeriesManifest } from './series-manifest.js';
import { Findings, type SeriesViolation } from './series-violation.js';

export interface SeriesFiles extends ReleasePaths {
  /** As parsed JSON. */
  readonly manifest: unknown;
}

export interface SeriesVerification {
  readonly ok: boolean;
  readonly releases: number;
  readonly epochs: number;
  /** Pairs of releases that were compared: all of them. */
  readonly pairs: number;
  /** Classes of 1 … k−1 subjects, over all releases. */
  readonly classesBelowK: number;
  /** Differences of 1 … k−1 subjects between two releases, over all pairs and all tables that can be made of both. */
  readonly differencesBelowK: number;
  /** Changes of cells, told of 1 … k−1 subjects. */
  readonly changesBelowK: number;
  /** Courses through the joined releases of an epoch that fewer than k subjects share, and the units that have them. */
  readonly historiesBelowK: number;
  readonly unitsInHistoriesBelowK: number;
  /** The first of each kind; `violationCount` counts all. */
  readonly violations: readonly SeriesViolation[];
  readonly violationCount: number;
}

/**
 * Holds all published releases of a dataset, in the order of publication, against each other: what any reader can do who
 * kept the files. It shares no code with the planner and trusts nothing but files and manifests.
 * @param finestOnly compares epochs in their finest common table alone, the others being sums of it
 */
export async function verifySeries(
  files: readonly SeriesFiles[],
  { finestOnly = false }: { readonly finestOnly?: boolean } = {},
): Promise<SeriesVerification> {
  const findings = new Findings();
  const vocabulary = new Vocabulary();
  const releases: PublishedRelease[] = [];
  for (const [at, { manifest: json, ...paths }] of files.entries()) {
    const { manifest, problems } = readSeriesManifest(json);
    for (const problem of problems) findings.add('series-manifest-invalid', [at], problem);
    if (manifest !== null) releases.push(await readRelease(at, manifest, paths, { vocabulary, findings }));
  }
  const epochs = [...Map.groupBy(releases, ({ manifest }) => manifest.series.epoch).values()];
  checkOrder(releases, findings);
  for (const release of releases) checkClasses(release, findings);
  let exposed = 0;
  const stretches: Stretch[] = [];
  for (const epoch of epochs) {
    const view = new EpochView(epoch);
    exposed += checkHistories(view, findings);
    const parts = stretchesOf(epoch, findings);
    for (const part of parts) checkStretch(parts.length === 1 ? view : new EpochView(part), findings);
    stretches.push(...parts);
  }
  checkPseudonyms(epochs, findings);
  for (const [later, stretch] of stretches.entries())
    for (const former of stretches.slice(0, later)) checkAcross([former, stretch], vocabulary, findings, finestOnly);
  return {
    ok: findings.total === 0,
    releases: releases.length,
    epochs: epochs.length,
    pairs: (releases.length * (releases.length - 1)) / 2,
    classesBelowK: findings.of('class-below-k'),
    differencesBelowK: findings.of('difference-below-k'),
    changesBelowK: findings.of('sensitive-change-below-k'),
    historiesBelowK: findings.of('history-below-k'),
    unitsInHistoriesBelowK: exposed,
    violations: findings.listed,
    violationCount: findings.total,
  };
}

/** One dataset, epochs one after the other, their releases numbered 1, 2, 3 …: none is missing between two others. */
function checkOrder(releases: readonly PublishedRelease[], findings: Findings): void {
  const closed = new Set<string>();
  for (const [position, { at, manifest }] of releases.entries()) {
    const before = releases[position - 1]?.manifest;
    const { epoch, number } = manifest.series;
    if (before !== undefined && before.dataset !== manifest.dataset)
      findings.add('series-out-of-order', [at], 'it is a release of another dataset');
    if (before !== undefined && before.series.epoch !== epoch) closed.add(before.series.epoch);
    const expected = before?.series.epoch === epoch ? before.series.number + 1 : 1;
    if (closed.has(epoch) || number !== expected)
      findings.add(
        'series-out-of-order',
        [at],
        `it is number ${number} of its epoch, number ${expected} should follow`,
      );
  }
}

/** Runs of releases under the same levels; in an epoch there must be one. */
function stretchesOf(epoch: readonly PublishedRelease[], findings: Findings): Stretch[] {
  const stretches: PublishedRelease[][] = [];
  for (const release of epoch) {
    const last = stretches.at(-1);
    if (last?.[0] !== undefined && levelsOf(last[0]) === levelsOf(release)) last.push(release);
    else {
      if (last?.[0] !== undefined)
        findings.add(
          'epoch-transformation-changed',
          [last[0].at, release.at],
          'k or the levels changed within an epoch',
        );
      stretches.push([release]);
    }
  }
  return stretches;
}

const levelsOf = ({ manifest: { k, columns } }: PublishedRelease): string =>
  JSON.stringify([
    k,
    columns.map((column) => [column.name, column.role === 'quasi-identifier' ? column.level : column.role]),
  ]);

function checkStretch(view: EpochView, findings: Findings): void {
  for (let later = 1; later < view.releases.length; later++)
    for (let former = 0; former < later; former++) checkPair(view, former, later, findings);
}

/** A pseudonym that stands in two epochs joins them. */
function checkPseudonyms(epochs: readonly (readonly PublishedRelease[])[], findings: Findings): void {
  const firstOf = new Map<string, PublishedRelease>();
  for (const epoch of epochs) {
    for (const release of epoch)
      for (const [unit, pseudonym] of release.pseudonyms.entries()) {
        const first = firstOf.get(pseudonym);
        if (first === undefined) firstOf.set(pseudonym, release);
        else if (first.manifest.series.epoch !== release.manifest.series.epoch)
          findings.add(
            'pseudonym-reused-across-epochs',
            [first.at, release.at],
            'a pseudonym of an earlier epoch stands here',
            release.line[unit],
          );
      }
  }
}
