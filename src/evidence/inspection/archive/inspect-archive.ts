import { fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import type { FileNote } from '../../rules/file-notes.js';
import { type ByteSource, bytesInMemory } from '../byte-source.js';
import { fileRefused } from '../file-refused.js';
import type { Patience } from '../patience.js';
import { entriesOf, hasUnlisted, type Listed, placedEntries } from './entries.js';
import { documentNotes } from './document-notes.js';
import { couldBeOffice, officeKind } from './office-kind.js';
import { SourceReader } from './source-reader.js';
import { unpackedEntry } from './unpacked-entry.js';
import { Unpacking } from './unpacking.js';

const MOST_TEXT = 2 ** 20;
const TOLD = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml|.*\.rels)$/;
const isZip = (head: Buffer): boolean => head.toString('latin1', 0, 4) === 'PK\x03\x04';
const isProgram = (head: Buffer): boolean => /^(?:MZ.{62}|\x7fELF)/s.test(head.toString('latin1'));

interface Looking {
  unpacking: Unpacking;
  patience: Patience;
  depth: number;
}

export interface InspectedArchive {
  mediaType: string;
  notes: FileNote[];
}

/**
 * An archive is taken when it is a document of a kind that is taken, packed as office programs do, and unpacks to no more
 * than it may. It is unpacked to find out, piece by piece, and nothing of it is kept.
 * @throws RuleBroken type-not-taken, archive-broken, archive-too-much, archive-unsafe, archive-locked (422)
 */
export async function inspectArchive(
  source: ByteSource,
  limits: Unpacking['limits'],
  patience: Patience,
): Promise<InspectedArchive> {
  const looking = { unpacking: new Unpacking(limits), patience, depth: 1 };
  const { names, texts, notes } = await opened(source, looking, (zip) => contents(zip, source, looking));
  const mediaType = officeKind(names, texts);
  if (mediaType === null) throw fileRefused('type-not-taken');
  return { mediaType, notes: [...new Set([...notes, ...documentNotes(names, texts)])] };
}

/** What goes wrong with an archive that we do not refuse for what it holds is that it cannot be read. */
async function opened<T>(source: ByteSource, { patience }: Looking, look: (zip: ZipFile) => Promise<T>): Promise<T> {
  const options = { autoClose: false };
  try {
    const reader = new SourceReader(source, patience);
    return await look(await fromRandomAccessReaderPromise(reader, source.length, options));
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    const message = error instanceof Error ? error.message : '';
    throw fileRefused(
      /relative path|absolute path|invalid characters/.test(message) ? 'archive-unsafe' : 'archive-broken',
    );
  }
}

async function contents(zip: ZipFile, source: ByteSource, looking: Looking) {
  const { unpacking, depth } = looking;
  const entries = await entriesOf(zip, source, unpacking.limits);
  const names = entries.map(({ fileName }) => fileName);
  if (depth === 1 && !couldBeOffice(names)) throw fileRefused('type-not-taken');
  unpacking.begin(entries.length, depth);
  const listed = await placedEntries(zip, entries);
  const texts = new Map<string, string>();
  const notes: FileNote[] = hasUnlisted(listed) ? ['unlisted-bytes'] : [];
  for (const { entry } of listed) {
    if (entry.fileName.endsWith('/')) continue;
    const nested = await part(zip, { entry, from: 0, to: 0 }, looking, texts);
    if (nested) notes.push('holds-files');
  }
  if (depth === 1) unpacking.ended(source.length);
  return { names, texts, notes };
}

/** @returns whether there is an archive in it */
async function part(zip: ZipFile, { entry }: Listed, looking: Looking, texts: Map<string, string>): Promise<boolean> {
  const told = TOLD.test(entry.fileName);
  const { limits } = looking.unpacking;
  const keep = (head: Buffer): number => (isZip(head) ? limits.mostNestedBytes : told ? MOST_TEXT : 0);
  const { head, whole } = await unpackedEntry(zip, entry, { ...looking, keep });
  if (isProgram(head)) throw fileRefused('hides-another-file', 'There is a program in it.');
  if (!isZip(head)) {
    if (told && whole) texts.set(entry.fileName, whole.toString('utf8'));
    return false;
  }
  if (whole === null) throw fileRefused('archive-too-much');
  const deeper = { ...looking, depth: looking.depth + 1 };
  await opened(bytesInMemory(whole), deeper, (inner) => contents(inner, bytesInMemory(whole), deeper));
  return true;
}
