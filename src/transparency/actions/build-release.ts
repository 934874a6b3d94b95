import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { charterById, datasetRules } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { buildFailure, BuildFailed } from '../build/build-failure.js';
import type { BuildWatch } from '../build/build-watch.js';
import type { ComparedFile } from '../build/formats/release-difference.js';
import { writeReleaseFiles } from '../build/formats/write-release-files.js';
import { planDataset } from '../build/plan-dataset.js';
import type { ReleaseIdentity } from '../build/release-manifest.js';
import { removeDirectory, removeSiblings, syncDirectory } from '../build/write-release.js';
import { datasetNamed, isOpen } from '../datasets/index.js';
import type { OpenSpec } from '../datasets/open-spec.js';
import { officerPolicy } from '../rules/officer-policy.js';
import { openRulesFaults } from '../rules/open-rules-faults.js';
import { rulesFaults } from '../rules/rules-faults.js';
import { placeOf } from '../records/place.reader.js';
import { type AnyManifest, lastPublished, markBuilt, markFailed, releaseById } from '../records/release.store.js';
import { newestSource, type SourceOfCut } from '../records/source-release.js';
import { BuildContent } from './build-content.js';
import type { BuiltContent, OpenGround, ReleaseGround } from './release-ground.js';
import { type BuildJob, specHash } from './request-release.js';
import { watchBuild } from './watch-build.js';

/** What a builder that was killed leaves behind is known by its name, and goes when another has built. */
const unfinishedName = ({ releaseId }: BuildJob): string => `.unfinished.${releaseId}`;

/** Reads one consistent state of the cases, twice, and writes the release's files. They are there whole, or not at all. */
@Injectable()
export class BuildRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly clock: Clock,
    private readonly content: BuildContent,
  ) {}

  /** Does nothing when it is built already. What forbids it is kept with the release as a code; it does not throw. */
  async run(job: BuildJob): Promise<{ status: 'built' | 'failed' | 'unchanged'; failure?: string }> {
    try {
      const ground = await this.readGround(job);
      return { status: ground && (await this.build(job, ground)) ? 'built' : 'unchanged' };
    } catch (error) {
      const failure = buildFailure(error);
      const failed = await this.record(job, 'release.fail', { failure }, (manager) =>
        markFailed(manager, job.releaseId, failure),
      );
      return failed ? { status: 'failed', failure } : { status: 'unchanged' };
    }
  }

  private async readGround({ jurisdictionId, releaseId }: BuildJob): Promise<ReleaseGround | OpenGround | null> {
    return this.database.read({ jurisdictionId }, async (manager) => {
      const release = await releaseById(manager, releaseId);
      if (release.status !== 'requested') return null;
      const spec = datasetNamed(release.dataset);
      if (!spec || specHash(spec) !== release.specSha256) throw new BuildFailed('spec-changed');
      const charter = await charterById(manager, release.charterId);
      const place = await placeOf(manager, jurisdictionId);
      const ground = { release, charter, place, former: await lastPublished(manager, release.dataset) };
      const faults = isOpen(spec)
        ? openRulesFaults(spec.dataset, charter.document)
        : rulesFaults(spec, charter.document);
      if (faults.length > 0) throw new BuildFailed('rules-refused');
      if (isOpen(spec)) return { ...ground, spec, source: await sourceOf(manager, spec) };
      return { ...ground, spec, plan: planDataset(spec, charter.document) };
    });
  }

  private async build(job: BuildJob, ground: ReleaseGround | OpenGround): Promise<boolean> {
    const { database, clock } = this;
    return watchBuild({ database, clock }, job, (watch) => this.write(job, ground, watch));
  }

  private async write(job: BuildJob, ground: ReleaseGround | OpenGround, watch: BuildWatch): Promise<boolean> {
    const final = this.files.directoryOf({ ...ground.release, jurisdiction: ground.place.slug });
    const unfinished = join(dirname(final), `${unfinishedName(job)}.${randomUUID()}`);
    await mkdir(unfinished, { recursive: true });
    try {
      const place = { path: join(unfinished, 'data.csv'), watch };
      const content = await this.content.run(job.jurisdictionId, ground, place);
      const manifest: AnyManifest = { ...content.manifest, ...this.identity(ground, content) };
      const { onStage, onRows } = watch;
      const beside = { others: content.others, former: this.formerFile(ground), onStage, onRows };
      const written = await writeReleaseFiles(unfinished, manifest, beside);
      return await this.appear(job, { manifest: written, content }, unfinished, final);
    } finally {
      await removeDirectory(unfinished);
    }
  }

  private formerFile({ former, place }: ReleaseGround | OpenGround): ComparedFile | null {
    if (former === null) return null;
    const directory = this.files.directoryOf({ ...former, jurisdiction: place.slug });
    return { path: join(directory, former.file.name), manifest: former };
  }

  /** The row is held while the directory takes its place: of two builders one wins, and its files are the row's. */
  private async appear(
    job: BuildJob,
    { manifest, content }: { manifest: AnyManifest; content: BuiltContent },
    unfinished: string,
    final: string,
  ): Promise<boolean> {
    const { rows, sha256 } = manifest.file;
    return this.record(job, 'release.build', { rows, sha256 }, async (manager) => {
      if (!(await markBuilt(manager, job.releaseId, manifest))) return false;
      await content.keep(manager);
      await removeDirectory(final);
      await rename(unfinished, final);
      await removeSiblings(final, unfinishedName(job));
      await syncDirectory(dirname(final));
      return true;
    });
  }

  private identity(
    { release, charter, place, spec }: ReleaseGround | OpenGround,
    { officers: told }: BuiltContent,
  ): ReleaseIdentity {
    const { version, specSha256 } = release;
    const { title, oneRow, unitWord, caveats } = spec;
    const builtOn = this.clock.now().toISOString().slice(0, 10);
    const officers = told ?? officerPolicy(datasetRules(charter.document.publication, spec.dataset).officers);
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

/** A cut is made of the newest release of its source, unless a case in it was sealed or destroyed since. */
async function sourceOf(manager: EntityManager, spec: OpenSpec): Promise<SourceOfCut | null> {
  if (spec.basis !== 'cut') return null;
  const source = await newestSource(manager, spec.from);
  if (source?.recalled === true) throw new BuildFailed('source-recalled');
  return source;
}
