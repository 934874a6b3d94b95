import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KNOWN_METRICS, KNOWN_MODELS } from '../../src/transparency/anonymize-files/index.js';
import { RedressProcess } from '../support/redress-process.js';

const folder = mkdtempSync(join(tmpdir(), 'case-command-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const data = write('stops.csv', 'age,race\n31,black\n32,black\n38,white\n39,white\n33,black\n36,white\n');
write(
  'stops_hierarchy_age.csv',
  ['31', '32', '33', '36', '38', '39'].map((age) => `${age};${Number(age) < 35 ? '30-34' : '35-39'};*`).join('\n'),
);
write('stops_hierarchy_race.csv', 'black;*\nwhite;*\n');

const stops = {
  dataset: 'stops.csv',
  quasiIdentifiers: [
    { name: 'age', levels: 3 },
    { name: 'race', levels: 2 },
  ],
  sensitiveAttribute: null,
  suppressionLimit: 0,
  models: [{ type: 'KAnonymity', k: 3 }],
  metric: { name: 'Height', gsFactor: 0.5, aggregate: 'Sum', monotonic: true },
  attributeWeights: {},
};

async function anonymize(...words: string[]) {
  const command = new RedressProcess(['anonymize', ...words], {});
  const code = await command.ended();
  const output = command.stdout.split('\n').filter(Boolean);
  const lines = words.includes('--json') ? output.map((line) => JSON.parse(line) as Record<string, unknown>) : [];
  return { code, lines, said: command.stderr, printed: command.stdout };
}

describe('redress anonymize --cases', () => {
  it('prints a line for each case; those that are refused say why, the others are done, and it exits with 1', async () => {
    const cases = write(
      'cases.json',
      JSON.stringify([
        { ...stops, id: 'first' },
        { ...stops, id: 'map', models: [{ type: 'KMap', k: 3 }] },
        { ...stops, id: 'hopeless', models: [{ type: 'KAnonymity', k: 7 }] },
        { ...stops, id: 'no columns', quasiIdentifiers: undefined },
        'nonsense',
        { ...stops, id: 'last', metric: { name: 'Loss (0.5/1.0/1.0)', aggregate: 'Geometric mean' } },
      ]),
    );
    const { code, lines } = await anonymize('--cases', cases, '--data', data, '--hierarchies', folder, '--json');
    expect(code).toBe(1);
    expect(lines.map(({ id, code: refused }) => [id, refused])).toEqual([
      ['first', undefined],
      ['map', 'model-unknown'],
      ['hopeless', 'infeasible'],
      ['no columns', 'case-malformed'],
      ['#5', 'case-malformed'],
      ['last', undefined],
    ]);
    expect(lines[0]).toEqual({
      id: 'first',
      transformation: [1, 0],
      informationLoss: 1,
      suppressed: 0,
      checked: expect.any(Number),
      seconds: expect.any(Number),
      optimal: true,
    });
    expect(Number(lines[0]!['checked'])).toBeGreaterThan(0);
    expect(Number(lines[0]!['seconds'])).toBeGreaterThan(0);
    expect(lines[1]!['error']).toMatch(/^map: The privacy model "KMap" is not known. Known: KAnonymity, /);
  }, 60_000);

  it('measures the transformations that --utility lists', async () => {
    const { models: _, ...rest } = stops;
    const utility = write(
      'utility.json',
      JSON.stringify([
        { ...rest, nodeLoss: { '[1, 0]': '1.0', '[2, 1]': '3.0' } },
        { ...rest, id: 'listed', quasiIdentifiers: undefined, nodeLoss: [[0, 1], '[2, 0]'] },
        { ...rest, id: 'too high', nodeLoss: ['[3, 0]'] },
      ]),
    );
    const { code, lines } = await anonymize('--utility', utility, '--data', data, '--hierarchies', folder, '--json');
    expect(code).toBe(1);
    expect(lines.slice(0, 2)).toEqual([
      { dataset: 'stops.csv', metric: 'Height', nodeLoss: { '[1, 0]': 1, '[2, 1]': 3 } },
      { id: 'listed', dataset: 'stops.csv', metric: 'Height', nodeLoss: { '[0, 1]': 1, '[2, 0]': 2 } },
    ]);
    expect(lines[2]).toMatchObject({ id: 'too high', code: 'case-malformed' });
  }, 60_000);

  it.each<[string, string[], RegExp]>([
    ['no data', ['--cases', 'x.json'], /--data.*--hierarchies.*\(case-options\)/],
    [
      'cases that are not there',
      ['--cases', 'x.json', '--data', data, '--hierarchies', folder],
      /x\.json cannot be read.*\(cases-unreadable\)/,
    ],
  ])(
    'says what is missing: %s',
    async (_, words, message) => {
      const { code, said } = await anonymize(...words);
      expect(code).toBe(1);
      expect(said).toMatch(message);
      expect(said).not.toContain('    at ');
    },
    60_000,
  );

  it('explains itself', async () => {
    const { code, printed } = await anonymize('--help');
    expect(code).toBe(0);
    for (const name of [...KNOWN_MODELS, ...KNOWN_METRICS]) expect(printed).toContain(name);
  }, 60_000);
});
