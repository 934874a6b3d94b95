import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFiles } from '../../src/transparency/index.js';
import { good } from '../support/complaint-release.js';
import { sha256 } from '../support/sample-release.js';

const dictionary = 'name,title\n';
const files = [
  { name: 'data.csv', sha256: sha256(good.csv), bytes: good.csv.length },
  { name: 'dictionary.csv', sha256: sha256(dictionary), bytes: dictionary.length },
];
const manifest = { ...good.manifest, file: { ...good.manifest.file, name: 'data.csv' }, files };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-directory-'));
  write('data.csv', good.csv);
  write('dictionary.csv', dictionary);
  write('manifest.json', JSON.stringify(manifest));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const codes = async (...paths: string[]): Promise<string[]> =>
  (await verifyFiles(paths.length === 0 ? [folder] : paths)).flatMap(({ violations }) =>
    violations.map(({ code }) => code),
  );

describe('the directory of a release', () => {
  it('is sound when it holds what its manifest lists, and nothing else', async () => {
    const [answer] = await verifyFiles([folder]);
    expect(answer).toMatchObject({ ok: true, violations: [], risks: { prosecutorHighest: 1 / (answer?.k ?? 1) } });
  });

  it.each([
    [
      'a list of subjects left beside it',
      'unlisted-file',
      () => {
        write('subjects.csv', 'case_key,subject\n');
      },
    ],
    [
      'a hidden file',
      'unlisted-file',
      () => {
        write('.draft', '');
      },
    ],
    [
      'a folder',
      'unlisted-file',
      () => {
        mkdirSync(join(folder, 'old'));
      },
    ],
    [
      'a dictionary that was changed',
      'listed-file-changed',
      () => {
        write('dictionary.csv', 'name;title\n');
      },
    ],
    [
      'a dictionary that is not there',
      'listed-file-missing',
      () => {
        rmSync(join(folder, 'dictionary.csv'));
      },
    ],
    [
      'a file in another folder listed as its own',
      'manifest-invalid',
      () => {
        write('manifest.json', JSON.stringify({ ...manifest, files: [{ ...files[0], name: '../data.csv' }] }));
      },
    ],
  ])('is refused for %s', async (_, code, plant) => {
    plant();
    expect(await codes()).toEqual([code]);
    expect(await codes(join(folder, 'data.csv'))).toEqual([code]);
  });

  it('promises nothing when its manifest lists no files', async () => {
    const { files: _, ...older } = manifest;
    write('manifest.json', JSON.stringify(older));
    write('notes.txt', 'older manifests did not list files');
    expect(await codes()).toEqual([]);
  });
});

describe('a file without a manifest', () => {
  it('is refused, and says what can be done without one', async () => {
    rmSync(join(folder, 'manifest.json'));
    const [answer] = await verifyFiles([folder]);
    expect(answer?.violations).toEqual([
      { code: 'manifest-invalid', message: expect.stringContaining('--quasi-identifiers') },
    ]);
  });
});

describe('several directories', () => {
  it('of different datasets are refused when a key stands in both', async () => {
    const other = mkdtempSync(join(tmpdir(), 'redress-directory-'));
    cpSync(folder, other, { recursive: true });
    writeFileSync(join(other, 'manifest.json'), JSON.stringify({ ...manifest, dataset: 'another' }));
    expect(await codes(folder, other)).toEqual(['tables-joinable', 'tables-joinable']);
    rmSync(other, { recursive: true });
  });

  it('of one dataset may share their keys: they are releases of it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'redress-directory-'));
    cpSync(folder, other, { recursive: true });
    expect(await codes(folder, other)).toEqual([]);
    rmSync(other, { recursive: true });
  });

  it('named twice are read once', async () => {
    expect(await codes(folder, join(folder, 'data.csv'))).toEqual([]);
  });
});
