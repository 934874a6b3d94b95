import type { JudgedFile } from './judged-file.js';
import { officeOf, officeParts } from './office-of.js';
import { type ZipPart, zipOf } from './zip-of.js';

const MEBIBYTE = 2 ** 20;
const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);
const noise = (bytes: number): Buffer => {
  const words = new Uint32Array(bytes / 4);
  for (let at = 0, state = 2463534242; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return Buffer.from(words.buffer);
};

/** An archive in an archive in an archive. */
function nested(depth: number): Buffer {
  return depth === 0
    ? zipOf([{ name: 'a', data: 'a' }])
    : zipOf([{ name: 'inner.zip', data: nested(depth - 1), stored: true }]);
}

/** Documents that are weapons: what they unpack to, where to, and how they lie about it. */
export function hostileArchives(): JudgedFile[] {
  const too = 'archive-too-much';
  const unsafe = 'archive-unsafe';
  const broken = 'archive-broken';
  const docx = officeOf('docx');
  const doc = (kind: string, code: string, ...more: ZipPart[]): JudgedFile => ({
    kind,
    bytes: officeOf('docx', more),
    name: 'report.docx',
    code,
  });
  const other = (kind: string, code: string, bytes: Buffer): JudgedFile => ({ kind, bytes, name: 'report.docx', code });
  const many = Array.from({ length: 2_001 }, (_, at): ZipPart => ({ name: `word/${at}.xml`, stored: true, data: 'a' }));
  const kernel = { name: 'word/a.xml', data: zeros(3 * MEBIBYTE) };
  const quoting = Array.from({ length: 50 }, (_, at): ZipPart => ({ ...kernel, name: `word/b${at}.xml`, sameAs: 3 }));
  const filler = { name: 'word/media/film.bin', data: noise(2 * MEBIBYTE), stored: true };
  return [
    doc('a thousandfold', too, { name: 'word/a.xml', data: zeros(20 * MEBIBYTE) }),
    doc(
      'a thousandfold in small parts',
      too,
      ...Array.from({ length: 30 }, (_, at) => ({ name: `word/${at}.xml`, data: zeros(MEBIBYTE) })),
    ),
    doc('a thousandfold behind a film', too, filler, { name: 'word/a.xml', data: zeros(24 * MEBIBYTE) }),
    doc('more parts than are taken', too, ...many),
    other('more parts than it says', unsafe, officeOf('docx', many, { count: 3 })),
    doc('archives too deep', too, { name: 'word/embeddings/a.zip', data: nested(4) }),
    doc('a bomb in an archive', too, {
      name: 'word/embeddings/a.docx',
      data: zipOf([{ name: 'a', data: zeros(20 * MEBIBYTE) }]),
    }),
    doc('a large archive in it', too, {
      name: 'word/embeddings/a.zip',
      data: Buffer.concat([nested(0), noise(17 * MEBIBYTE)]),
      stored: true,
    }),
    doc(
      'many archives with many parts',
      too,
      ...[1, 2].map((at) => ({ name: `word/embeddings/${at}.zip`, data: zipOf(many.slice(0, 1_100)) })),
    ),
    doc('parts that share their bytes', unsafe, kernel, ...quoting),
    doc('a part within another', broken, kernel, { name: 'word/c.xml', data: 'abc', stored: true, shift: 20 }),
    doc('a length that is a lie', broken, { name: 'word/a.xml', data: zeros(2 * MEBIBYTE), claims: 10 }),
    doc('a length that is more than there is', broken, { name: 'word/a.xml', data: 'abc', claims: 10_000 }),
    doc('a stored length that is a lie', broken, { name: 'word/a.xml', data: 'abc', stored: true, claims: 10 }),
    doc('a path that climbs', unsafe, { name: '../../etc/cron.d/job', data: 'a' }),
    doc('a path that climbs later', unsafe, { name: 'word/../../a', data: 'a' }),
    doc('a path that climbs as Windows does', unsafe, { name: 'word\\..\\..\\a', data: 'a' }),
    doc('a path from the root', unsafe, { name: '/etc/passwd', data: 'a' }),
    doc('a path with a drive', unsafe, { name: 'C:/Windows/a.dll', data: 'a' }),
    doc('a link', unsafe, { name: 'word/link', data: '/etc/passwd', link: true }),
    doc('two parts of one name', unsafe, { name: 'word/document.xml', data: 'another' }),
    doc('another name before the bytes', unsafe, { name: 'word/a.xml', localName: 'word/b.exe', data: 'a' }),
    doc('a packing that nobody uses', unsafe, { name: 'word/a.xml', data: 'a', method: 12 }),
    doc('a part with a password', 'archive-locked', { name: 'word/a.xml', data: 'a', flags: 1 }),
    doc('a program in it', 'hides-another-file', {
      name: 'word/media/a.png',
      data: Buffer.concat([Buffer.from('MZ'), noise(400)]),
    }),
    doc('a program of Linux in an archive in it', 'hides-another-file', {
      ...{ name: 'word/embeddings/a.zip', data: zipOf([{ name: 'a', data: '\x7fELF\x02\x01\x01' }]) },
    }),
    other('cut short', broken, docx.subarray(0, docx.length - 60)),
    other('its beginning alone', broken, docx.subarray(0, 40)),
    other('a list that points outside', broken, changed(docx, -6, 0x7fffff)),
    other('damaged bytes', broken, changed(docx, 60, 0x55555555)),
    other(
      'a list that points beside its parts',
      broken,
      zipOf(officeParts('docx').map((part) => ({ ...part, shift: part.name.startsWith('word') ? 5 : 0 }))),
    ),
  ];
}

/** Four bytes at that place, from the end where it is negative. */
function changed(file: Buffer, at: number, value: number): Buffer {
  const bytes = Buffer.from(file);
  bytes.writeUInt32LE(value, at < 0 ? bytes.length + at : at);
  return bytes;
}
