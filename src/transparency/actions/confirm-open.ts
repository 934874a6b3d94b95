import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import type { OpenManifest } from '../build/open/open-manifest.js';
import { PublicRecordReader } from '../records/public-record.reader.js';
import type { Verification } from '../verify/index.js';
import { verifyOpen } from '../verify/index.js';

/** Holds a release that says nothing new against what was said already: its source's file, or what the pages tell. */
@Injectable()
export class ConfirmOpen {
  constructor(
    private readonly files: ReleaseFiles,
    private readonly record: PublicRecordReader,
  ) {}

  /** @param slug of the place @param directory the release's own */
  async verify(manifest: OpenManifest, slug: string, directory: string): Promise<Verification> {
    const { dataset, madeOf } = manifest;
    const csvPath = join(directory, manifest.file.name);
    if (madeOf === undefined)
      return verifyOpen({ csvPath, manifest, publicRows: await this.record.rowsOf(dataset, slug) });
    const source = this.files.directoryOf({ jurisdiction: slug, dataset: madeOf.dataset, version: madeOf.version });
    return verifyOpen({ csvPath, manifest, sourcePath: join(source, manifest.file.name) });
  }

  /**
   * Days may lie between proof and publication: what was taken from the public meanwhile does not come out again. What a cut
   * was made of does not change, and the database holds it.
   * @throws RuleBroken public-record-moved-on (409)
   */
  async confirm(manifest: OpenManifest, slug: string, directory: string): Promise<void> {
    if (manifest.madeOf !== undefined || (await this.verify(manifest, slug, directory)).ok) return;
    throw new RuleBroken(
      'public-record-moved-on',
      'What the public is told has changed since this was built: build it anew. Nothing was published.',
    );
  }
}
