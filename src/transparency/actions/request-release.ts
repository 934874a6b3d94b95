import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type CharterDocument, charterInForce } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { schemaOfCut } from '../build/open/open-manifest.js';
import { planDataset } from '../build/plan-dataset.js';
import { type DatasetSpec, datasetNamed, datasets, isOpen } from '../datasets/index.js';
import { insertRelease } from '../records/release.store.js';
import { newestSource } from '../records/source-release.js';
import { canonicalJson } from '../rules/canonical-json.js';
import type { SchemaColumn } from '../rules/next-version.js';
import { openRulesFaults } from '../rules/open-rules-faults.js';
import { rulesFaults } from '../rules/rules-faults.js';
import { planVersion } from './plan-version.js';

/** Names the release that a worker is to build. */
export interface BuildJob {
  jurisdictionId: string;
  releaseId: string;
}

/** Somebody asks for a new release of a dataset; a worker builds it. */
@Injectable()
export class RequestRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken no-such-dataset (422), release-rules-refused (422, each fault with its place in the charter) */
  async run(actor: ActorOf<'staff'>, { dataset }: { dataset: string }): Promise<{ id: string; version: string }> {
    const spec = datasetNamed(dataset);
    if (!spec) throw noSuchDataset();
    const { jurisdictionId } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const charter = await charterInForce(manager, at);
      refuseFaults(isOpen(spec) ? openRulesFaults(dataset, charter.document) : rulesFaults(spec, charter.document));
      const version = await planVersion(manager, dataset, await schemaOf(manager, spec, charter.document));
      const specSha256 = specHash(spec);
      await insertRelease(manager, {
        ...{ jurisdictionId, id, dataset, version, spec, specSha256 },
        charterId: charter.id,
        requestedBy: actor.staffId,
        requestedAt: at,
      });
      const details = { dataset, version, specSha256 };
      await recordHistory(manager, { actor, action: 'release.request', subject: { kind: 'release', id }, details, at });
      const job: BuildJob = { jurisdictionId, releaseId: id };
      await this.jobs.enqueue(manager, 'build-release', job);
      return { id, version };
    });
  }
}

/** The spec's own hash: a release is of these columns and this source, and its manifest says so. */
export function specHash(spec: DatasetSpec): string {
  return createHash('sha256').update(canonicalJson(spec)).digest('hex');
}

/** Null: nothing is public that a cut could be made of. */
async function schemaOf(
  manager: EntityManager,
  spec: DatasetSpec,
  charter: CharterDocument,
): Promise<SchemaColumn[] | null> {
  if (isOpen(spec)) {
    if (spec.basis === 'public-record') return spec.columns.map(({ name, type }) => ({ name, type }));
    const source = await newestSource(manager, spec.from);
    return source && schemaOfCut(spec, source.manifest);
  }
  const { columns } = planDataset(spec, charter);
  return columns.map((column) => ({ name: column.name, type: 'type' in column ? column.type : 'text' }));
}

function noSuchDataset(): RuleBroken {
  const known = datasets.map(({ dataset }) => dataset).join(', ');
  return new RuleBroken('no-such-dataset', `There is no such dataset; there are: ${known}.`, 422);
}

function refuseFaults(faults: ReturnType<typeof rulesFaults>): void {
  if (faults.length === 0) return;
  throw new RuleBroken(
    'release-rules-refused',
    'The charter in force asks of this dataset what it cannot do: enact a version that is mended.',
    422,
    faults.map((fault) => ({ ...fault, code: 'release-rule' })),
  );
}
