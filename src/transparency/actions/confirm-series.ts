import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { charterById, datasetRules } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ReleaseManifest } from '../build/release-manifest.js';
import { closeEpoch, epochsOf } from '../records/release-epoch.store.js';
import { confirmStep, stepOf, type StepPlace, stepStands } from '../records/release-step.store.js';
import { type Release, seriesManifests } from '../records/release.store.js';
import { SeriesRefused } from '../series/index.js';
import { type SeriesVerification, verifySeries } from '../verify/series/index.js';
import { havePatience } from './release-ground.js';

/**
 * In the transaction that publishes: a release of a series comes out only as it was planned, beside everything that it was
 * planned beside, and when the verifier, which shares no code with the planner, finds nothing between the files.
 * @param directoryOf where a version's files lie
 * @throws RuleBroken series-moved-on, series-unsafe (409)
 */
export async function confirmSeries(
  manager: EntityManager,
  release: Release & { readonly manifest: ReleaseManifest },
  at: Date,
  directoryOf: (version: string) => string,
): Promise<void> {
  const { document } = await charterById(manager, release.charterId);
  const step = await stepOf(manager, release.id);
  const isSeries = datasetRules(document.publication, release.dataset).epoch !== 'none' || step !== null;
  if (!isSeries && release.manifest.series === undefined) return;
  if (step === null || release.manifest.series === undefined || !(await stepStands(manager, step))) throw movedOn();
  await havePatience(manager);
  const manifests = await seriesManifests(manager, release.dataset, release.id);
  const files = [...manifests, release.manifest].map((manifest) => fileOf(manifest, directoryOf));
  const found = await verifySeries(files);
  if (!found.ok) throw unsafe(found);
  await confirmStep(manager, step).catch((error: unknown) => {
    throw error instanceof SeriesRefused ? movedOn() : error;
  });
  if (step.number === 1) await closeFormer(manager, release.dataset, step, at);
}

/** With an epoch's first release there is no way back into those before it. */
async function closeFormer(manager: EntityManager, dataset: string, { epochId }: StepPlace, at: Date): Promise<void> {
  const former = (await epochsOf(manager, dataset)).filter(({ id, open, releases }) => {
    return id !== epochId && open && releases > 0;
  });
  for (const { id } of former) await closeEpoch(manager, id, at);
}

const fileOf = (manifest: ReleaseManifest, directoryOf: (version: string) => string) => ({
  csvPath: join(directoryOf(manifest.version), manifest.file.name),
  manifest,
});

function movedOn(): RuleBroken {
  return new RuleBroken(
    'series-moved-on',
    'Another release came out, or a case was expunged, since this one was planned: build it anew. Nothing was published.',
  );
}

function unsafe({ violationCount, violations }: SeriesVerification): RuleBroken {
  const faults = violations.map(({ code, message, releases }) => ({ path: `/${releases.join('/')}`, code, message }));
  return new RuleBroken(
    'series-unsafe',
    `Beside the releases that are out this one would tell of fewer than k people, in ${violationCount} places; the first are in \`errors\`, each at the positions of its releases. Nothing was published.`,
    409,
    faults,
  );
}
