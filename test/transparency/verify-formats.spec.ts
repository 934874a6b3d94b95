import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, createPublicKey, sign } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { signingKeyOf } from '../../src/platform/crypto/index.js';
import { verifyFiles } from '../../src/transparency/index.js';
import { writeSampleFiles } from '../support/sample-files.js';
import { shelfManifest } from '../support/read-shelf.js';

const secret = signingKeyOf(Buffer.alloc(32, 7));
const publicKey = createPublicKey(secret).export({ format: 'pem', type: 'spki' }).toString();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let sound = '';
let folder = '';
beforeAll(async () => {
  sound = mkdtempSync(join(tmpdir(), 'redress-formats-'));
  folder = mkdtempSync(join(tmpdir(), 'redress-formats-'));
  await writeSampleFiles(sound);
  writeFileSync(join(sound, 'manifest.json.sig'), sign(null, readFileSync(join(sound, 'manifest.json')), secret));
});
afterAll(() => {
  for (const each of [sound, folder]) rmSync(each, { recursive: true });
});
beforeEach(() => {
  cpSync(sound, folder, { recursive: true });
});

const codes = async (key?: string): Promise<string[]> => {
  const [answer] = await verifyFiles([folder], key === undefined ? {} : { publicKey: key });
  return answer!.violations.map(({ code, line }) => (line === undefined ? code : `${code} ${line}`));
};

/** Changes a file and has the manifest and the sums list it as it is now: an honest list of a wrong file. */
function plant(name: string, change: (content: Buffer) => Buffer): void {
  const content = change(readFileSync(join(sound, name)));
  const manifest = shelfManifest(readFileSync(join(sound, 'manifest.json')));
  const sums = readFileSync(join(sound, 'SHA256SUMS'), 'utf8');
  const was = manifest.files.find((file) => file.name === name)!.sha256;
  const text = name === 'SHA256SUMS' ? content.toString() : sums.replace(was, sha256(content));
  writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'SHA256SUMS'), text);
  const files = manifest.files.map((file) => {
    const now = file.name === name ? content : file.name === 'SHA256SUMS' ? Buffer.from(text) : null;
    return now === null ? file : { name: file.name, sha256: sha256(now), bytes: now.length };
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
}

const inText =
  (change: (text: string) => string) =>
  (content: Buffer): Buffer =>
    Buffer.from(change(content.toString()));

describe('the verifier, of the formats beside a data file', () => {
  it('finds nothing in what was written and signed', async () => {
    expect(await codes(publicKey)).toEqual([]);
  });

  it.each<[string, string, (content: Buffer) => Buffer, string]>([
    [
      'one cell that the table has not, and its line',
      'data.jsonl',
      inText((text) =>
        text
          .split('\n')
          .map((line, at) => (at === 41 ? line.replace(/"race":"\w+"/, '"race":"x"') : line))
          .join('\n'),
      ),
      'format-differs 42',
    ],
    [
      'a cell that is no text',
      'data.jsonl',
      inText((text) => text.replace(/"race":"\w+"/, '"race":1')),
      'format-differs 1',
    ],
    ['a member too many', 'data.jsonl', inText((text) => text.replace('{', '{"x":1,')), 'format-differs 1'],
    ['a row too few', 'data.jsonl', inText((text) => text.slice(text.indexOf('\n') + 1)), 'format-differs 1'],
    ['a row too many', 'data.jsonl', inText((text) => text + text.slice(0, text.indexOf('\n') + 1)), 'format-differs'],
    ['no JSON at all', 'data.jsonl', inText(() => 'complaint,officer\n'), 'format-differs 1'],
    [
      'another packed file',
      'data.csv.gz',
      (content) => gzipSync(Buffer.concat([gunzipSync(content), Buffer.from('\n')])),
      'format-differs',
    ],
    ['a packed file that is none', 'data.csv.gz', inText(() => 'packed'), 'format-differs'],
    ['sums that are not the manifest’s', 'SHA256SUMS', inText((text) => text.replace(/^[0-9a-f]/, 'x')), 'sums-differ'],
    ['sums that leave a file out', 'SHA256SUMS', inText((text) => text.slice(text.indexOf('\n') + 1)), 'sums-differ'],
  ])('finds %s', async (_, name, change, code) => {
    plant(name, change);
    const found = await codes();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(code);
  });

  it('finds a columnar file that is not the listed one', async () => {
    writeFileSync(join(folder, 'data.parquet'), 'PAR1');
    expect(await codes()).toEqual(['listed-file-changed']);
  });

  it('finds a manifest that the key did not sign, no signature, and no key', async () => {
    plant(
      'CITATION.md',
      inText((text) => `${text}\n`),
    );
    expect([await codes(), await codes(publicKey)]).toEqual([[], ['signature-false']]);
    rmSync(join(folder, 'manifest.json.sig'));
    expect(await codes(publicKey)).toEqual(['signature-missing']);
    cpSync(sound, folder, { recursive: true });
    const other = createPublicKey(signingKeyOf(Buffer.alloc(32, 8)))
      .export({ format: 'pem', type: 'spki' })
      .toString();
    expect([await codes(other), await codes('no key')]).toEqual([['signature-false'], ['signature-false']]);
  });
});
