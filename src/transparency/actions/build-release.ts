import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientBase } from 'pg';
import { type Charter, charterById, datasetRules } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { buildFailure, BuildFailed } from '../build/build-failure.js';
import { buildTable, type BuiltTable } from '../build/build-table.js';
import { DatabaseRows } from '../build/database-rows.js';
import { OfficerRows } from '../build/officer-rows.js';
import { planDataset } from '../build/plan-dataset.js';
import { Pseudonyms } from '../build/pseudonyms.js';
import { type ReleaseIdentity, type ReleaseManifest, tableManifest } from '../build/release-manifest.js';
import type { ReleasePlan } from '../build/release-plan.js';
import { reportFiles } from '../build/report-files.js';
import { removeDirectory, removeSiblings, syncDirectory, writeBeside } from '../build/write-release.js';
import { datasetNamed } from '../datasets/index.js';
import type { ReleaseSpec } from '../datasets/release-spec.js';
import type { UtilityReport } from '../report/index.js';
import { officerPolicy } from '../rules/officer-policy.js';
import { rulesFaults } from '../rules/rules-faults.js';
import { type Place, placeOf } from '../records/place.reader.js';
import { readReport } from '../records/release.reader.js';
import { lastPublished, markBuilt, markFailed, type Release, releaseById } from '../records/release.store.js';
import { type BuildJob, specHash } from './request-release.js';

interface Ground {
  release: Release;
  spec: ReleaseSpec;
  charter: Charter;
  place: Place;
  plan: ReleasePlan;
}

/** What a builder that was killed leaves behind is known by its name, and goes when another has built. */
const unfinishedName = ({ releaseId }: BuildJob): string => `.unfinished.${releaseId}`;

/** Longer than the search's budget: the transaction that shows one state of the cases waits for it, and not for ever. */
const PATIENCE = '10min';

/** Reads one consistent state of the cases, twice, and writes the release's files. They are there whole, or not at all. */
@Injectable()
export class BuildRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly clock: Clock,
    private readonly masterKey: MasterKey,
  ) {}

  /** Does nothing when it is built already. What forbids it is kept with the release as a code; it does not throw. */
  async run(job: BuildJob): Promise<{ status: 'built' | 'failed' | 'unchanged'; failure?: string }> {
    try {
      const ground = await this.readGround(job);
      return { status: ground && (await this.write(job, ground)) ? 'built' : 'unchanged' };
    } catch (error) {
      const failure = buildFailure(error);
      const failed = await this.record(job, 'release.fail', { failure }, (manager) =>
        markFailed(manager, job.releaseId, failure),
      );
      return failed ? { status: 'failed', failure } : { status: 'unchanged' };
    }
  }

  private async readGround({ jurisdictionId, releaseId }: BuildJob): Promise<Ground | null> {
    return this.database.read({ jurisdictionId }, async (manager) => {
      const release = await releaseById(manager, releaseId);
      if (release.status !== 'requested') return null;
      const spec = datasetNamed(release.dataset);
      if (!spec || specHash(spec) !== release.specSha256) throw new BuildFailed('spec-changed');
      const charter = await charterById(manager, release.charterId);
      if (rulesFaults(spec, charter.document).length > 0) throw new BuildFailed('rules-refused');
      const place = await placeOf(manager, jurisdictionId);
      return { release, spec, charter, place, plan: planDataset(spec, charter.document) };
    });
  }

  private async write(job: BuildJob, ground: Ground): Promise<boolean> {
    const final = this.files.directoryOf({ ...ground.release, jurisdiction: ground.place.slug });
    const unfinished = join(dirname(final), `${unfinishedName(job)}.${randomUUID()}`);
    await mkdir(unfinished, { recursive: true });
    try {
      const built = await this.readAndAnonymize(job, ground, join(unfinished, 'data.csv'));
      const manifest = { ...tableManifest(ground.spec.dataset, ground.plan, built), ...this.identity(ground) };
      const { dataset, title, version, unitWord } = manifest;
      const previous = await this.lastReport(job, ground);
      const report = await reportFiles(built.choice, { dataset, title, version, unitWord }, previous);
      return await this.appear(job, await writeBeside(unfinished, manifest, report), unfinished, final);
    } finally {
      await removeDirectory(unfinished);
    }
  }

  /** That of the release published last; none where there was none yet, or where it has no report. */
  private async lastReport({ jurisdictionId }: BuildJob, { spec, place }: Ground): Promise<UtilityReport | undefined> {
    const version = await this.database.read({ jurisdictionId }, (manager) => lastPublished(manager, spec.dataset));
    if (version === null) return undefined;
    const directory = this.files.directoryOf({ jurisdiction: place.slug, dataset: spec.dataset, version });
    return (await readReport(directory)) ?? undefined;
  }

  /** One REPEATABLE READ view for both passes; it is held through the search, whose budget is two minutes. */
  private async readAndAnonymize({ jurisdictionId }: BuildJob, ground: Ground, path: string): Promise<BuiltTable> {
    const { spec, charter, plan } = ground;
    return this.database.read({ jurisdictionId }, async (manager) => {
      await manager.query(
        `SELECT set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
        [PATIENCE],
      );
      const client = (await manager.queryRunner?.connect()) as ClientBase;
      const { officers } = datasetRules(charter.document.publication, spec.dataset);
      const stable = new Pseudonyms(this.masterKey.fingerprint('officer-pseudonyms', jurisdictionId), 'officer');
      const rows = new OfficerRows(new DatabaseRows(client, spec.source, spec.unit), spec.officer, officers, stable);
      return buildTable(rows, plan, { path, key: Pseudonyms.newKey() });
    });
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

  private identity({ release, charter, place, spec }: Ground): ReleaseIdentity {
    const { version, specSha256 } = release;
    const { title, oneRow, unitWord, caveats } = spec;
    const builtOn = this.clock.now().toISOString().slice(0, 10);
    const officers = officerPolicy(datasetRules(charter.document.publication, spec.dataset).officers);
    return {
      ...{ title, jurisdiction: place, version, builtOn, charterVersion: charter.version, specSha256 },
      ...{ oneRow, unitWord, caveats, officers },
    };
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
