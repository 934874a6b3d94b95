import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { mediaType } from './media-type.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import type { PublishedRelease } from './release-descriptor.js';

export interface FileAddress {
  jurisdiction: string;
  dataset: string;
  version: string;
  file: string;
}

/** A file of a release as its manifest lists it. */
export interface ShelvedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PublishedFile extends ShelvedFile {
  readonly path: string;
  readonly type: string;
}

export interface Shelf {
  readonly files: readonly ShelvedFile[];
  /** Files that compare with a release that readers cannot have any more: they are not given either. */
  readonly withheld: readonly string[];
}

/** They stand beside what they list or sign, and in no list themselves. */
const UNLISTED = ['manifest.json', 'manifest.json.sig'];
const COMPARING = ['diff.json', 'CHANGELOG.md'];

const SHELF = `SELECT coalesce(r.manifest -> 'files', '[]') AS files,
       r.manifest ->> 'comparedWith' IS NULL OR EXISTS (SELECT FROM published.release former
         WHERE former.jurisdiction = r.jurisdiction AND former.dataset = r.dataset
           AND former.version = r.manifest ->> 'comparedWith') AS comparable
  FROM published.release r WHERE r.id = $1`;

/** Finds a published release's files. What was not published is not found, whatever lies on the disk. */
@Injectable()
export class PublishedFiles {
  constructor(
    private readonly catalogue: ReleaseCatalogue,
    private readonly files: ReleaseFiles,
    private readonly database: PublishedDatabase,
  ) {}

  /** @throws NotFound, RuleBroken release-withdrawn, comparison-withdrawn (410) */
  async find({ jurisdiction, dataset, version, file: name }: FileAddress): Promise<PublishedFile> {
    const release = await this.catalogue.find(jurisdiction, dataset, version);
    const { files, withheld } = await this.shelf(release);
    if (withheld.includes(name)) throw comparisonWithdrawn(name);
    const listed = files.find((file) => file.name === name);
    if (!listed) throw new NotFound();
    return { ...listed, path: join(this.files.directoryOf(release), name), type: mediaType(name) };
  }

  /** Everything that a reader can have of a release, in the order of its manifest. */
  async shelf(release: PublishedRelease): Promise<Shelf> {
    const [row] = await this.database.query<{ files: ShelvedFile[]; comparable: boolean }>(SHELF, [release.id]);
    if (!row) throw new NotFound();
    const data = { name: 'data.csv', bytes: release.bytes, sha256: release.sha256 };
    const listed = row.files.length === 0 ? [data] : row.files;
    const unlisted = await Promise.all(UNLISTED.map((name) => measured(this.files.directoryOf(release), name)));
    const withheld = row.comparable ? [] : COMPARING;
    return { files: [...listed, ...unlisted.flatMap((file) => file ?? [])], withheld };
  }
}

/** Small, and asked for seldom. Null where there is none: manifests were not signed once. */
async function measured(directory: string, name: string): Promise<ShelvedFile | null> {
  const content = await readFile(join(directory, name)).catch(() => null);
  return content && { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

function comparisonWithdrawn(name: string): RuleBroken {
  const said = `${name} compares this release with one that was withdrawn: what the two differ by is not told any more.`;
  return new RuleBroken('comparison-withdrawn', said, 410);
}
