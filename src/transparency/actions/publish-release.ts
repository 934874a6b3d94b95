import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { placeOf } from '../records/place.reader.js';
import { closeRows, copyRows, holdRows, insertPublished } from '../records/published-rows.store.js';
import { type AnyManifest, isOpenRelease, markPublished, releaseById } from '../records/release.store.js';
import { canonicalJson } from '../rules/canonical-json.js';
import { ConfirmOpen } from './confirm-open.js';
import { confirmSeries } from './confirm-series.js';
import { embargoUntil } from './embargo-until.js';
import { ReleaseDirectories } from './release-directories.js';
import { statusForbids } from './verify-release.js';

/** Brings an approved file before the public: its rows to query, its row in the catalogue. All of it at once, or nothing. */
@Injectable()
export class PublishRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly directories: ReleaseDirectories,
    private readonly clock: Clock,
    private readonly open: ConfirmOpen,
  ) {}

  /**
   * @param publishAt when the public sees it; null: now
   * @throws NotFound, RuleBroken status-forbids, file-changed, public-record-moved-on, series-moved-on, series-unsafe (409),
   * embargo-in-the-past (422); an error of SQLSTATE RD003 without two approvals, RD051 when it would overtake one that waits
   */
  async run(
    actor: ActorOf<'staff'>,
    releaseId: string,
    publishAt: Date | null = null,
  ): Promise<{ publishedAt: Date; publicFrom: Date | null }> {
    const publishedAt = this.clock.now();
    const publicFrom = embargoUntil(publishAt, publishedAt);
    await this.database.transaction(actor, async (manager) => {
      const release = await releaseById(manager, releaseId, true);
      const { manifest } = release;
      const when = { at: publishedAt, publicFrom };
      if (!(await markPublished(manager, releaseId, when)) || !manifest) throw statusForbids(release);
      const place = await placeOf(manager, actor.jurisdictionId);
      const directoryOf = (version: string): string =>
        this.directories.of({ jurisdiction: place.slug, dataset: release.dataset, version });
      const directory = directoryOf(release.version);
      if (isOpenRelease(manifest)) await this.open.confirm(manifest, place.slug, directory);
      else await confirmSeries(manager, { ...release, manifest }, publishedAt, directoryOf);
      const written = await copyVerified(manager, releaseId, directory, manifest);
      if (publicFrom !== null) await holdRows(manager, releaseId);
      await this.directories.sign(directory, written);
      await insertPublished(manager, { id: releaseId, publishedAt, publicFrom, manifest, place });
      const subject = { kind: 'release', id: releaseId };
      const { sha256, rows } = manifest.file;
      const waits = publicFrom === null ? {} : { publicFrom: publicFrom.toISOString() };
      const details = { sha256, rows, ...waits };
      await recordHistory(manager, { actor, action: 'release.publish', subject, details, at: publishedAt });
    });
    return { publishedAt, publicFrom };
  }
}

/**
 * The bytes that are copied are the bytes that are hashed: there is no moment between the two in which to change them.
 * @returns the manifest's bytes
 */
async function copyVerified(
  manager: EntityManager,
  releaseId: string,
  directory: string,
  manifest: AnyManifest,
): Promise<Buffer> {
  const written = await readFile(join(directory, 'manifest.json'));
  if (canonicalJson(JSON.parse(written.toString())) !== canonicalJson(manifest)) throw fileChanged();
  for (const { name, sha256 } of manifest.files ?? [])
    if (name !== manifest.file.name && (await hashOf(join(directory, name))) !== sha256) throw fileChanged();
  const copied = await copyRows(manager, releaseId, join(directory, 'data.csv'), manifest).catch((error: unknown) => {
    throw isMisshapen(error) ? fileChanged() : error;
  });
  if (copied.sha256 !== manifest.file.sha256 || copied.rows !== manifest.file.rows) throw fileChanged();
  await closeRows(manager, releaseId, manifest);
  return written;
}

/** Null: it is gone. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  } catch {
    return null;
  }
  return hash.digest('hex');
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
