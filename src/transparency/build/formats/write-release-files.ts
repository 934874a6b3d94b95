import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedFile } from '../../verify/index.js';
import { BuildFailed } from '../build-failure.js';
import { dictionary, dictionaryCsv } from '../dictionary.js';
import type { PublishedManifest } from './published-manifest.js';
import { checkFormer } from '../series/former-rows.js';
import { syncDirectory } from '../write-release.js';
import { changeLog } from './change-log.js';
import { checksums } from './checksums.js';
import { citationFiles } from './citation.js';
import { csvwMetadata } from './csvw-metadata.js';
import { dataPackage } from './data-package.js';
import { writeListedFile } from './listed-output.js';
import type { OnRows } from './published-table.js';
import { type ComparedFile, type ReleaseDifference, releaseDifference } from './release-difference.js';
import { writeFormats } from './write-formats.js';

export interface Beside {
  /** Name and content of what else the release has. */
  readonly others: readonly (readonly [name: string, text: string])[];
  /** The release before that is published; null: there is none. */
  readonly former: ComparedFile | null;
  readonly onStage: (stage: string) => void;
  readonly onRows: OnRows;
}

/** How manifests are signed when they come out, and where the key is. */
const SIGNATURE = {
  file: 'manifest.json.sig',
  algorithm: 'Ed25519',
  key: '/.well-known/redress-release-key.pem',
} as const;

/**
 * Everything that a release has beside `data.csv`, which stands there already: its other formats, what describes them, what changed,
 * how to cite it, the sums, and last the manifest, which lists every file with its hash. All of it is on the disk itself before
 * this answers. @returns the manifest as it was written
 */
export async function writeReleaseFiles<M extends PublishedManifest>(
  directory: string,
  manifest: M,
  { others, former, onStage, onRows }: Beside,
): Promise<M> {
  const path = join(directory, manifest.file.name);
  const { name, sha256, bytes } = manifest.file;
  const formats = await writeFormats(directory, path, manifest, { onFormat: onStage, onRows });
  const tables: ListedFile[] = [{ name, sha256, bytes }, ...formats.files];
  onStage('comparing');
  if (former !== null) await asPublished(former);
  const difference = await releaseDifference(former, { path, manifest }, onRows);
  onStage('listing');
  const texts = [
    ['dictionary.json', json(dictionary(manifest))],
    ['dictionary.csv', dictionaryCsv(manifest)],
    ['datapackage.json', json(dataPackage(manifest, tables))],
    ['data.csv-metadata.json', json(csvwMetadata(manifest))],
    ['diff.json', json(difference)],
    ['CHANGELOG.md', changeLog(manifest, difference, await formerLog(former, difference))],
    ...citationFiles(manifest),
    ...others,
  ] as const;
  const written: ListedFile[] = [];
  for (const [file, text] of texts) written.push(await writeListedFile(directory, file, [text]));
  const sums = await writeListedFile(directory, 'SHA256SUMS', [checksums([...tables, ...written])]);
  const comparedWith = former?.manifest.version ?? null;
  const { leftOut } = formats;
  const listed = { ...manifest, files: [...tables, ...written, sums], leftOut, comparedWith, signature: SIGNATURE };
  await writeListedFile(directory, 'manifest.json', [json(listed)]);
  await syncDirectory(directory);
  return listed;
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** @throws BuildFailed former-changed: what readers have is not what lies here */
async function asPublished({ path, manifest }: ComparedFile): Promise<void> {
  await checkFormer({ path, sha256: manifest.file.sha256 }).catch(() => {
    throw new BuildFailed('former-changed');
  });
}

/** Releases had no log once. */
async function formerLog(former: ComparedFile | null, { from }: ReleaseDifference): Promise<string | null> {
  if (former === null || from === null) return null;
  return readFile(join(dirname(former.path), 'CHANGELOG.md'), 'utf8').catch(() => null);
}
