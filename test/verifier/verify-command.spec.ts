import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { good, thinned } from '../support/complaint-release.js';
import { RedressProcess } from '../support/redress-process.js';
import type { SampleRelease } from '../support/sample-release.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-verify-command-'));
const path = (...names: string[]): string => join(folder, ...names);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function release(name: string, { csv, manifest }: SampleRelease): string {
  mkdirSync(path(name));
  writeFileSync(path(name, 'data.csv'), csv);
  writeFileSync(path(name, 'manifest.json'), JSON.stringify(manifest));
  return path(name);
}

async function redress(...words: string[]) {
  const command = new RedressProcess(['verify', ...words], {});
  const exit = await command.ended();
  const lines = command.stdout.trimEnd().split('\n').filter(Boolean);
  return { exit, said: command.stderr, answers: lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}

const sound = release('sound', good);
const broken = release('broken', { ...thinned(), manifest: { ...thinned().manifest, dataset: 'other' } });
writeFileSync(
  path('stops.csv.gz'),
  gzipSync(
    '\ufeffage;race;reason\n30s;black;fight\n30s;black;noise\n40s;white;theft\n40s;white;theft\n40s;white;fight\n*;*;theft\n',
  ),
);

describe('redress verify', () => {
  it('answers a line a file, and with 1 when one is refused', async () => {
    const { exit, answers, said } = await redress(sound, '--json');
    expect([exit, answers.length, answers[0]?.ok]).toEqual([0, 1, true]);
    expect(said).toContain(`ok      ${path('sound', 'data.csv')}`);
    const both = await redress(sound, broken, '--json');
    expect([both.exit, both.answers.map(({ ok }) => ok)]).toEqual([1, [false, false]]);
    expect(JSON.stringify(both.answers[1])).toContain('class-below-k');
    expect(JSON.stringify(both.answers[0])).toContain('tables-joinable');
  });

  it('measures any file without a manifest: k, classes, risks, what its classes tell of a column', async () => {
    const words = ['--quasi-identifiers', 'age,race', '--sensitive', 'reason', '--json'];
    const { exit, answers } = await redress(path('stops.csv.gz'), ...words);
    expect(exit).toBe(0);
    expect(answers).toEqual([
      expect.objectContaining({
        k: 2,
        classes: 2,
        rows: 6,
        suppressed: 1,
        risks: expect.objectContaining({
          records: 5,
          averageRisk: 0.4,
          highestRisk: 0.5,
          lowestRisk: 1 / 3,
          avgClass: 2.5,
        }),
        sensitive: [expect.objectContaining({ name: 'reason', distinctL: 2 })],
      }),
    ]);
  });

  it.each([
    ['a column that is not there', ['--quasi-identifiers', 'age,colour'], 'header-mismatch'],
    ['a separator that leaves one column', ['--quasi-identifiers', 'age', '--separator', '|'], 'header-mismatch'],
  ])('refuses %s, and says which there are', async (_, words, code) => {
    const { exit, answers, said } = await redress(path('stops.csv.gz'), ...words, '--json');
    expect([exit, JSON.stringify(answers).includes(code)]).toEqual([1, true]);
    expect(said).toContain('there are age;race;reason'.slice(0, 13));
  });

  it('makes a filter of names that finds one in a file, without holding it', async () => {
    writeFileSync(path('names.txt'), 'Doe, Jane\nUnfounded Sustained\n');
    const made = await redress('roster', path('names.txt'), '--out', path('roster.json'));
    expect([made.exit, made.answers[0]?.entries]).toEqual([0, 2]);
    expect(readFileSync(path('roster.json'), 'utf8')).not.toMatch(/doe|jane/i);
    expect((await redress(sound, '--roster', path('roster.json'))).exit).toBe(0);
    const csv = good.csv.replace(/sustained\n$/, 'jane doe\n').replace(/unfounded\n$/, 'jane doe\n');
    writeFileSync(path('sound', 'data.csv'), csv);
    const found = await redress(sound, '--roster', path('roster.json'), '--json');
    writeFileSync(path('sound', 'data.csv'), good.csv);
    expect([found.exit, JSON.stringify(found.answers).includes('identifier-of-roster')]).toEqual([1, true]);
    expect(JSON.stringify(found.answers)).not.toMatch(/doe/i);
  });
});
