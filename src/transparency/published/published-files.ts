import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import type { Kept } from './cached-answer.js';
import { ReleaseCatalogue } from './release-catalogue.js';

export interface FileAddress {
  jurisdiction: string;
  dataset: string;
  version: string;
  file: string;
}

export interface PublishedFile {
  readonly name: string;
  readonly bytes: number;
  readonly kept: Kept;
  readonly open: () => Readable;
}

const TYPES: Record<string, string> = {
  'data.csv': 'text/csv; charset=utf-8',
  'manifest.json': 'application/json; charset=utf-8',
  'dictionary.json': 'application/json; charset=utf-8',
  'dictionary.csv': 'text/csv; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
  'report.html': 'text/html; charset=utf-8',
};

/** Finds a published release's file. What was not published is not found, whatever lies on the disk. */
@Injectable()
export class PublishedFiles {
  constructor(
    private readonly catalogue: ReleaseCatalogue,
    private readonly files: ReleaseFiles,
  ) {}

  /** @throws NotFound */
  async find({ jurisdiction, dataset, version, file }: FileAddress): Promise<PublishedFile> {
    const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
    if (type === undefined) throw new NotFound();
    const release = await this.catalogue.find(jurisdiction, dataset, version);
    const path = join(this.files.directoryOf(release), file);
    if (file === 'data.csv') {
      const kept = { etag: release.sha256, type, immutable: true };
      return { name: file, bytes: release.bytes, kept, open: () => createReadStream(path) };
    }
    const content = await readFile(path);
    const kept = { etag: createHash('sha256').update(content).digest('hex'), type, immutable: true };
    return { name: file, bytes: content.length, kept, open: () => Readable.from([content]) };
  }
}
