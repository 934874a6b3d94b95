import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientBase } from 'pg';
import { type Charter, charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { anonymizeSnapshot } from '../build/anonymize-snapshot.js';
import { buildFailure, BuildFailed } from '../build/build-failure.js';
import { readSnapshot, type Snapshot } from '../build/read-snapshot.js';
import { ReleasedTable } from '../build/released-table.js';
import { type ReleaseManifest, releaseManifest } from '../build/release-manifest.js';
import { removeDirectory, removeSiblings, syncDirectory, writeBeside } from '../build/write-release.js';
import { writeTable } from '../build/write-table.js';
import { datasetNamed } from '../datasets/index.js';
import type { ReleaseSpec } from '../datasets/release-spec.js';
import { type Place, placeOf } from '../records/place.reader.js';
import { markBuilt, markFailed, type Release, releaseById } from '../records/release.store.js';
import { type BuildJob, specHash } from './request-release.js';

interface Ground {
  release: Release;
  spec: ReleaseSpec;
  charter: Charter;
  place: Place;
  snapshot: Snapshot;
}

/** What a builder that was killed leaves behind is known by its name, and goes when another has built. */
const unfinishedName = ({ releaseId }: BuildJob): string => `.unfinished.${releaseId}`;

/** Reads one consistent snapshot, anonymizes it and writes the release's files. They are there whole, or not at all. */
@Injectable()
export class BuildRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when it is built already. What forbids it is kept with the release as a code; it does not throw. */
  async run(job: BuildJob): Promise<{ status: 'built' | 'failed' | 'unchanged'; failure?: string }> {
    try {
      const ground = await this.readGround(job);
      if (!ground) return { status: 'unchanged' };
      return { status: (await this.write(job, ground)) ? 'built' : 'unchanged' };
    } catch (error) {
      const failure = buildFailure(error);
      const failed = await this.record(job, 'release.fail', { failure }, (manager) =>
        markFailed(manager, job.releaseId, failure),
      );
      return failed ? { status: 'failed', failure } : { status: 'unchanged' };
    }
  }

  /** One REPEATABLE READ view for all of it; it is given back before the search begins. */
  private async readGround({ jurisdictionId, releaseId }: BuildJob): Promise<Ground | null> {
    return this.database.read({ jurisdictionId }, async (manager) => {
      const release = await releaseById(manager, releaseId);
      if (release.status !== 'requested') return null;
      const spec = datasetNamed(release.dataset);
      if (!spec || specHash(spec) !== release.specSha256) throw new BuildFailed('spec-changed');
      const [charter, place] = [await charterById(manager, release.charterId), await placeOf(manager, jurisdictionId)];
      await manager.query("SELECT set_config('statement_timeout', '10min', true)");
      const client = (await manager.queryRunner?.connect()) as ClientBase;
      const snapshot = await readSnapshot(client, spec);
      if (snapshot.rows === 0) throw new BuildFailed('no-rows');
      return { release, spec, charter, place, snapshot };
    });
  }

  private async write(job: BuildJob, ground: Ground): Promise<boolean> {
    const { spec, charter, snapshot } = ground;
    const final = this.files.directoryOf({ ...ground.release, jurisdiction: ground.place.slug });
    const unfinished = join(dirname(final), `${unfinishedName(job)}.${randomUUID()}`);
    await mkdir(unfinished, { recursive: true });
    try {
      const anonymized = anonymizeSnapshot(spec, charter.document, snapshot);
      const written = await writeTable(
        join(unfinished, 'data.csv'),
        new ReleasedTable(spec, charter.document, anonymized),
      );
      const manifest = releaseManifest(spec, this.identity(ground), anonymized, written);
      await writeBeside(unfinished, manifest);
      return await this.appear(job, manifest, unfinished, final);
    } finally {
      await removeDirectory(unfinished);
    }
  }

  /** The row is held while the directory takes its place: of two builders one wins, and its files are the row's. */
  private async appear(job: BuildJob, manifest: ReleaseManifest, unfinished: string, final: string): Promise<boolean> {
    const { rows, sha256 } = manifest.file;
    return this.record(job, 'release.build', { rows, sha256 }, async (manager) => {
      if (!(await markBuilt(manager, job.releaseId, manifest))) return false;
      await removeDirectory(final);
      await rename(unfinished, final);
      await removeSiblings(final, unfinishedName(job));
      await syncDirectory(dirname(final));
      return true;
    });
  }

  private identity({ release, charter, place }: Ground) {
    const { k, suppressionLimit } = charter.document.publication;
    const { version, specSha256 } = release;
    const builtOn = this.clock.now().toISOString().slice(0, 10);
    return { jurisdiction: place, version, builtOn, charterVersion: charter.version, specSha256, k, suppressionLimit };
  }

  private async record(
    { jurisdictionId, releaseId }: BuildJob,
    action: string,
    details: Record<string, string | number>,
    change: (manager: Parameters<typeof markBuilt>[0]) => Promise<boolean>,
  ): Promise<boolean> {
    const actor = { kind: 'system', jurisdictionId } as const;
    return this.database.transaction(actor, async (manager) => {
      if (!(await change(manager))) return false;
      const subject = { kind: 'release', id: releaseId };
      await recordHistory(manager, { actor, action, subject, details, at: this.clock.now() });
      return true;
    });
  }
}
