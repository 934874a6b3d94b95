import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSpec } from '../../src/transparency/anonymize-spec/index.js';
import { RedressProcess } from '../support/redress-process.js';
import { columnOf, example, EXAMPLE_DATA, SpecDesk, without } from '../support/spec-desk.js';

const desk = new SpecDesk();
const { folder } = desk;
const run = desk.run.bind(desk);
afterAll(() => {
  desk.close();
});

describe('a spec is refused', () => {
  const replaced = (name: string, over: object) =>
    example.columns.map((column: { name: string }) => (column.name === name ? { ...column, ...over } : column));

  it.each<[string, unknown, string, RegExp]>([
    ['when it is not JSON', '{', '', /is not JSON/],
    ['without k', { ...example, k: undefined }, '/k', /is missing/],
    ['with k = 1, which protects nobody', { ...example, k: 1 }, '/k', />= 2/],
    ['with a word that it does not know', { ...example, sure: true }, '/', /additional properties \(sure\)/],
    [
      'when a column of the file has no role',
      { ...example, columns: without('driver') },
      '/columns',
      /a column driver without a role/,
    ],
    [
      'when it names a column that the file has not',
      { ...example, columns: [...example.columns, { name: 'badge', role: 'key' }] },
      '/columns',
      /no column badge; it has: stop/,
    ],
    [
      'with one column in two roles',
      { ...example, columns: [...example.columns, columnOf('race')] },
      '/columns/10/name',
      /race stands twice/,
    ],
    [
      'with nothing to be made coarser',
      { ...example, columns: [columnOf('stop'), columnOf('race'), columnOf('outcome')] },
      '/columns',
      /no column is a quasi-identifier/,
    ],
    [
      'with a quasi-identifier without a hierarchy',
      { ...example, columns: replaced('age', { hierarchy: undefined }) },
      '/columns/5/hierarchy',
      /is missing/,
    ],
    [
      'with two hierarchies for one column',
      { ...example, columns: replaced('age', { hierarchy: { flat: true, bands: [5] } }) },
      '/columns/5/hierarchy',
      /exactly one/,
    ],
    [
      'with a demand of what is made coarser',
      { ...example, models: [{ type: 'distinct-l', attribute: 'age', l: 2 }] },
      '/models/0/attribute',
      /there are: race, outcome, searched/,
    ],
    [
      'with no level left',
      { ...example, columns: replaced('age', { minLevel: 3, maxLevel: 2 }) },
      '/columns/5/minLevel',
      /no level is left/,
    ],
  ])('%s', async (_, spec, path, said) => {
    const error = await run(spec).catch(
      (thrown: unknown) => thrown as { code: string; message: string; faults: { path: string; message: string }[] },
    );
    if (!('faults' in error)) throw new Error('it was not refused');
    const words = [error.message, ...error.faults.map(({ message }) => message)];
    expect(words.some((word) => said.test(word))).toBe(true);
    if (path !== '') expect(error.faults.map((fault) => fault.path)).toContain(path);
    expect(existsSync(desk.out)).toBe(false);
  });

  it.each<[string, string, RegExp]>([
    ['a row too short', 'stop,gender\nS1\n', /x\.csv, line 2: 1 cells, not 2/],
    ['a quote that does not add up', 'stop,gender\nS1,"a"b"\n', /line 2: a quote does not add up/],
    ['no header', '', /its first line must name the columns/],
    ['a name twice', 'stop,stop\n1,2\n', /"stop" stands twice/],
    ['a row of no unit', 'stop,gender\nS1,male\n,male\n', /line 3: the unit "stop" is empty/],
    ['a header and nothing else', 'stop,gender\n', /has no rows/],
  ])('and so is a file with %s, with its line', async (_, data, said) => {
    const spec = { dataset: 'stops', k: 5, columns: [columnOf('stop'), columnOf('gender')] };
    await expect(run(spec, data)).rejects.toMatchObject({ message: expect.stringMatching(said) });
  });

  it('from the command line with exit code 1, where it is and how to mend it', async () => {
    const path = join(folder, 'bad.spec.json');
    writeFileSync(path, JSON.stringify({ ...example, columns: without('driver') }));
    const words = ['anonymize', '--spec', path, '--data', EXAMPLE_DATA, '--out', join(folder, 'nowhere')];
    const command = new RedressProcess(words, {});
    expect([await command.ended(), command.stdout]).toEqual([1, '']);
    expect(command.stderr).toMatch(
      /spec-refused\)\n {2}\/columns: the file has a column driver without a role: add it/,
    );
  });

  it('when the directory holds something already', async () => {
    writeFileSync(join(folder, 'spec.json'), JSON.stringify(example));
    const asked = { specPath: join(folder, 'spec.json'), dataPath: EXAMPLE_DATA, out: folder };
    await expect(runSpec(asked)).rejects.toMatchObject({ code: 'out-not-empty' });
  });

  it('when the hierarchy’s file misses values, which it names', async () => {
    const data = readFileSync(EXAMPLE_DATA, 'utf8').replaceAll('beat 11', 'beat 99');
    await expect(run(example, data)).rejects.toMatchObject({
      code: 'hierarchy-incomplete',
      message: expect.stringMatching(/"place" has no line for "beat 99"/),
    });
  });
});
