import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import type { UtilityReport } from '../report/index.js';
import { placeOf } from './place.reader.js';
import { approvalsOf, type ReleaseApproval } from './release-approval.store.js';
import { buildOf, type ReleaseBuild } from './release-build.store.js';
import { type Release, releaseById, specOf } from './release.store.js';

export interface ReleaseDifference {
  version: string;
  rows: number;
  units: number;
  suppressedRows: number;
  suppressedUnits: number;
}

export interface ReleaseInFull extends Omit<Release, 'charterId' | 'specSha256'> {
  approvals: ReleaseApproval[];
  /** How far its building is, or came; null until a worker has taken it up. */
  build: ReleaseBuild | null;
  difference: ReleaseDifference | null;
  /** The dataset's columns and source as they were when the release was asked for. */
  spec: object;
  /** The utility report as it lies beside the file; null until it is built. */
  report: UtilityReport | null;
}

export type ReleaseSummary = Pick<
  Release,
  | 'id'
  | 'dataset'
  | 'version'
  | 'status'
  | 'requestedBy'
  | 'requestedAt'
  | 'fileSha256'
  | 'failure'
  | 'publishedAt'
  | 'publicFrom'
  | 'withdrawnAt'
>;

/** Releases as staff see them. */
@Injectable()
export class ReleaseReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
  ) {}

  /** Newest first; `after` is the last id of the page before. */
  async list(
    scope: Scope,
    limit: number,
    after: string | null,
  ): Promise<{ releases: ReleaseSummary[]; next: string | null }> {
    const releases: ReleaseSummary[] = await this.database.read(scope, (manager) =>
      manager.query(
        `SELECT id, dataset, version, status, requested_by AS "requestedBy", requested_at AS "requestedAt",
                file_sha256 AS "fileSha256", failure, published_at AS "publishedAt", public_from AS "publicFrom",
                (SELECT w.withdrawn_at FROM redress.release_withdrawal w WHERE w.release_id = release.id) AS "withdrawnAt"
           FROM redress.release WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`,
        [limit + 1, after],
      ),
    );
    const page = releases.slice(0, limit);
    return { releases: page, next: releases.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** @throws NotFound */
  async show(scope: Scope, id: string): Promise<ReleaseInFull> {
    const { place, ...shown } = await this.database.read(scope, async (manager) => {
      const { charterId: _, specSha256: __, ...release } = await releaseById(manager, id);
      const approvals = await approvalsOf(manager, id);
      const place = await placeOf(manager, scope.jurisdictionId);
      const [spec, difference] = [await specOf(manager, id), await differenceOf(manager, id)];
      const build = await buildOf(manager, id);
      return { ...release, approvals, build, spec, difference, place };
    });
    const directory = this.files.directoryOf({ ...shown, jurisdiction: place.slug });
    return { ...shown, report: shown.manifest && (await readReport(directory)) };
  }
}

/** Null where there is none: releases had no report once. */
export async function readReport(directory: string): Promise<UtilityReport | null> {
  const text = await readFile(join(directory, 'report.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as UtilityReport);
}

/** Against the newest that was published before this one (or before now). */
async function differenceOf(manager: EntityManager, id: string): Promise<ReleaseDifference | null> {
  const rows: ReleaseDifference[] = await manager.query(
    `SELECT former.version,
            (now.manifest #>> '{file,rows}')::int - (former.manifest #>> '{file,rows}')::int AS rows,
            (now.manifest #>> '{input,units}')::int - (now.manifest #>> '{suppressed,units}')::int
              - (former.manifest #>> '{input,units}')::int + (former.manifest #>> '{suppressed,units}')::int AS units,
            (now.manifest #>> '{suppressed,rows}')::int - (former.manifest #>> '{suppressed,rows}')::int AS "suppressedRows",
            (now.manifest #>> '{suppressed,units}')::int - (former.manifest #>> '{suppressed,units}')::int AS "suppressedUnits"
       FROM redress.release now
       JOIN redress.release former ON former.jurisdiction_id = now.jurisdiction_id AND former.dataset = now.dataset
        AND former.status = 'published' AND former.id <> now.id
        AND (now.published_at IS NULL OR former.published_at < now.published_at)
      WHERE now.id = $1 AND now.manifest IS NOT NULL
      ORDER BY former.published_at DESC LIMIT 1`,
    [id],
  );
  return rows[0] ?? null;
}
