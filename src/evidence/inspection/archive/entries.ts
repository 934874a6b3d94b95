import type { Entry, ZipFile } from 'yauzl';
import type { FileLimits } from '../../../platform/file-limits.js';
import type { ByteSource } from '../byte-source.js';
import { fileRefused } from '../file-refused.js';
import { endOfList } from '../zip-at-the-end.js';

export interface Listed {
  entry: Entry;
  /** Where its header begins, and where its bytes end */
  from: number;
  to: number;
}

const MADE_ON_UNIX = 3;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const STORED = 0;
const DEFLATED = 8;
/** After an entry's bytes their length may stand once more. */
const DESCRIPTOR = 24;

/** Of an entry in the list, without its name and what follows it. */
const LISTED_BYTES = 46;

/**
 * Every entry in the list, which is as long as it is said to be: of two programs none finds more in it than the other.
 * @throws RuleBroken archive-too-much, archive-unsafe (422)
 */
export async function entriesOf(zip: ZipFile, source: ByteSource, { mostEntries }: FileLimits): Promise<Entry[]> {
  if (zip.entryCount > mostEntries) throw fileRefused('archive-too-much', `It has more than ${mostEntries} parts.`);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const listBytes = entries.reduce((sum, entry) => sum + listedBytes(entry), 0);
  const end = await endOfList(source);
  if (end?.entries !== entries.length || end.listBytes !== listBytes) throw fileRefused('archive-unsafe');
  return entries;
}

/**
 * The same with their places, found to be as an office program packs them: no two under one name or over one another, no
 * links, the name in the list that of the entry. @throws RuleBroken archive-locked, archive-unsafe (422)
 */
export async function placedEntries(zip: ZipFile, entries: readonly Entry[]): Promise<Listed[]> {
  const names = new Set<string>();
  const listed: Listed[] = [];
  for (const entry of entries) {
    if (entry.isEncrypted()) throw fileRefused('archive-locked');
    if (names.has(entry.fileName) || isLink(entry) || !isPackedAsUsual(entry)) throw fileRefused('archive-unsafe');
    names.add(entry.fileName);
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw)) throw fileRefused('archive-unsafe');
    const from = entry.relativeOffsetOfLocalHeader;
    listed.push({ entry, from, to: local.fileDataStart + entry.compressedSize });
  }
  listed.sort((one, other) => one.from - other.from);
  // One entry's bytes used for many is how a few kilobytes unpack to petabytes (Fifield, 2019).
  for (const [at, { from }] of listed.entries())
    if (from < (listed[at - 1]?.to ?? 0)) throw fileRefused('archive-unsafe', 'Its parts lie over one another.');
  return listed;
}

/** Bytes between the entries that belong to none of them. */
export function hasUnlisted(listed: readonly Listed[]): boolean {
  return listed.some(({ from }, at) => from - (listed[at - 1]?.to ?? 0) > DESCRIPTOR);
}

function listedBytes({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return LISTED_BYTES + fileNameLength + extraFieldLength + fileCommentLength;
}

function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >>> 8 === MADE_ON_UNIX && ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK;
}

function isPackedAsUsual({ compressionMethod }: Entry): boolean {
  return compressionMethod === STORED || compressionMethod === DEFLATED;
}
