import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import type { ActorOf } from '../../shared/actor.js';
import { placeOf } from '../records/place.reader.js';
import { closeRows, copyRows, insertPublished } from '../records/published-rows.store.js';
import { type AnyManifest, isOpenRelease, markPublished, releaseById } from '../records/release.store.js';
import { canonicalJson } from '../rules/canonical-json.js';
import { ConfirmOpen } from './confirm-open.js';
import { confirmSeries } from './confirm-series.js';
import { statusForbids } from './verify-release.js';

/** Brings an approved file before the public: its rows to query, its row in the catalogue. All of it at once, or nothing. */
@Injectable()
export class PublishRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly clock: Clock,
    private readonly open: ConfirmOpen,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, file-changed, public-record-moved-on, series-moved-on, series-unsafe (409); an error of SQLSTATE RD003 without two approvals */
  async run(actor: ActorOf<'staff'>, releaseId: string): Promise<{ publishedAt: Date }> {
    const publishedAt = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const release = await releaseById(manager, releaseId, true);
      const { manifest } = release;
      if (!(await markPublished(manager, releaseId, publishedAt)) || !manifest) throw statusForbids(release);
      const place = await placeOf(manager, actor.jurisdictionId);
      const directoryOf = (version: string): string =>
        this.files.directoryOf({ jurisdiction: place.slug, dataset: release.dataset, version });
      const directory = directoryOf(release.version);
      if (isOpenRelease(manifest)) await this.open.confirm(manifest, place.slug, directory);
      else await confirmSeries(manager, { ...release, manifest }, publishedAt, directoryOf);
      await copyVerified(manager, releaseId, directory, manifest);
      await insertPublished(manager, { id: releaseId, publishedAt, manifest, place });
      const details = { sha256: manifest.file.sha256, rows: manifest.file.rows };
      await recordHistory(manager, {
        actor,
        action: 'release.publish',
        subject: { kind: 'release', id: releaseId },
        details,
        at: publishedAt,
      });
    });
    return { publishedAt };
  }
}

/** The bytes that are copied are the bytes that are hashed: there is no moment between the two in which to change them. */
async function copyVerified(
  manager: EntityManager,
  releaseId: string,
  directory: string,
  manifest: AnyManifest,
): Promise<void> {
  const written: unknown = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
  if (canonicalJson(written) !== canonicalJson(manifest)) throw fileChanged();
  for (const { name, sha256 } of manifest.files ?? [])
    if (name !== manifest.file.name && (await hashOf(join(directory, name))) !== sha256) throw fileChanged();
  const copied = await copyRows(manager, releaseId, join(directory, 'data.csv'), manifest).catch((error: unknown) => {
    throw isMisshapen(error) ? fileChanged() : error;
  });
  if (copied.sha256 !== manifest.file.sha256 || copied.rows !== manifest.file.rows) throw fileChanged();
  await closeRows(manager, releaseId, manifest);
}

/** Null: it is gone. What stands beside the data is small. */
async function hashOf(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** SQLSTATE class 22: the file does not even read as the table that it was. ENOENT: it is gone. */
function isMisshapen(error: unknown): boolean {
  return /^(22|ENOENT)/.test(String((error as { code?: unknown }).code));
}

function fileChanged(): RuleBroken {
  return new RuleBroken(
    'file-changed',
    'The files on disk are not those that were verified and approved. Nothing was published.',
  );
}
