import type { Clock } from '../../platform/clock.js';
import type { CaseDatabase } from '../../platform/postgres/case-database.js';
import { BuildWatch } from '../build/build-watch.js';
import { beginBuild, tellBuild } from '../records/release-build.store.js';
import type { BuildJob } from './request-release.js';

/** How often it is told how far a build is, and asked whether it is still wanted. */
const EVERY_MS = 500;

/** Runs `work` with a watch whose state is put on record as it goes, and which stops the work when the release is called off. */
export async function watchBuild<T>(
  { database, clock }: { readonly database: CaseDatabase; readonly clock: Clock },
  job: BuildJob,
  work: (watch: BuildWatch) => Promise<T>,
): Promise<T> {
  const actor = { kind: 'system', jurisdictionId: job.jurisdictionId } as const;
  const watch = new BuildWatch();
  const tell = async (stage = watch.stage): Promise<void> => {
    const told = { stage, rows: watch.rows, at: clock.now() };
    const wanted = await database.transaction(actor, (manager) => tellBuild(manager, job.releaseId, told));
    if (!wanted) watch.cancel();
  };
  await database.transaction(actor, (manager) => beginBuild(manager, job, clock.now()));
  let telling = Promise.resolve();
  let isTelling = false;
  const timer = setInterval(() => {
    if (isTelling) return;
    isTelling = true;
    // A database that does not answer holds the telling up, not the building.
    telling = tell()
      .catch(() => undefined)
      .finally(() => (isTelling = false));
  }, EVERY_MS);
  try {
    const done = await work(watch);
    await telling;
    await tell('done');
    return done;
  } finally {
    clearInterval(timer);
    await telling;
  }
}
