import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSpec } from '../../src/transparency/anonymize-spec/index.js';
import { specSchema } from '../../src/transparency/anonymize-spec/spec-schema.js';
import { verifyFiles } from '../../src/transparency/index.js';
import { readCsv } from '../support/release-desk.js';
import { RedressProcess } from '../support/redress-process.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-spec-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const example = JSON.parse(readFileSync('docs/examples/stops.spec.json', 'utf8'));
const EXAMPLE_DATA = 'docs/examples/stops.csv';
const columnOf = (name: string) => example.columns.find((column: { name: string }) => column.name === name);
let runs = 0;

/** Runs a spec over a file, both as given; the directory is new. */
async function run(spec: unknown, data = readFileSync(EXAMPLE_DATA, 'utf8')) {
  const [specPath, dataPath, out] = [join(folder, 'x.spec.json'), join(folder, 'x.csv'), join(folder, `out-${runs++}`)];
  writeFileSync(specPath, typeof spec === 'string' ? spec : JSON.stringify(spec));
  writeFileSync(dataPath, data);
  writeFileSync(join(folder, 'stops.place.csv'), readFileSync('docs/examples/stops.place.csv'));
  const result = await runSpec({ specPath, dataPath, out });
  return { ...result, out, text: readFileSync(join(out, 'data.csv'), 'utf8') };
}
const without = (...names: string[]) => example.columns.filter(({ name }: { name: string }) => !names.includes(name));

describe('redress anonymize --spec', () => {
  it('turns the example into a release that redress verify finds sound, and says so as JSON', async () => {
    const out = join(folder, 'release');
    const words = [
      'anonymize',
      '--spec',
      'docs/examples/stops.spec.json',
      '--data',
      EXAMPLE_DATA,
      '--out',
      out,
      '--json',
    ];
    const command = new RedressProcess(words, {});
    expect([await command.ended(), command.stderr]).toEqual([
      0,
      expect.stringMatching(/searching[^]*proven[^]*redress verify/),
    ]);
    const answer = JSON.parse(command.stdout);
    expect(answer).toMatchObject({ dataset: 'traffic-stops', k: 5, optimal: true, gap: 0, input: { units: 600 } });
    expect(answer.smallestClass).toBeGreaterThanOrEqual(5);
    const [proof] = await verifyFiles([out]);
    expect(proof).toMatchObject({ ok: true, violationCount: 0 });
    expect(proof?.rows).toBe(answer.file.rows);
    const text = readFileSync(join(out, 'data.csv'), 'utf8');
    expect(text).not.toMatch(/Driver|O-0|S1|2025-\d\d-/);
    expect(readCsv(text)[0]).toHaveProperty('searched');
  });

  it('is verified no more once its file is touched (planted)', async () => {
    const { out, text } = await run(example);
    writeFileSync(join(out, 'data.csv'), text.replace('warning', 'arrest'));
    expect((await verifyFiles([out]))[0]).toMatchObject({ ok: false });
  });

  it('brings the rows of a unit together wherever they stand in the file', async () => {
    const [header = '', ...lines] = readFileSync(EXAMPLE_DATA, 'utf8').trimEnd().split('\n');
    const [one, other] = [await run(example), await run(example, `${[header, ...lines.toReversed()].join('\n')}\n`)];
    expect(one.manifest.input).toEqual({ rows: lines.length, units: 600 });
    expect(one.manifest.engine).toEqual(other.manifest.engine);
    expect(one.text.length).toBe(other.text.length);
  });

  it('gives the same pseudonyms again from a seed, and does not publish it', async () => {
    const seeded = { ...example, seed: 'a seed that nobody guesses' };
    const [one, again, drawn] = [await run(seeded), await run(seeded), await run(example)];
    expect(one.text).toBe(again.text);
    expect(one.text).not.toBe(drawn.text);
    expect(one.manifest.specSha256).toBe(drawn.manifest.specSha256);
    expect(readFileSync(join(one.out, 'manifest.json'), 'utf8')).not.toContain('nobody guesses');
  });

  it('makes a key of its own where no column joins rows', async () => {
    const { text, out, manifest } = await run({
      ...example,
      columns: [{ name: 'stop', role: 'identifier' }, ...without('stop')],
    });
    expect(manifest.input).toEqual({ rows: 696, units: 696 });
    const rows = readCsv(text);
    expect(new Set(rows.map((row) => row.record)).size).toBe(rows.length);
    expect((await verifyFiles([out]))[0]).toMatchObject({ ok: true });
  });

  it('counts people where a column tells whose a unit is', async () => {
    const people = (cell: string) =>
      `stop,person,race,outcome\n${Array.from({ length: 30 }, (_, at) => `${at},${cell === 'all' ? 1 : at},w,x\n`).join('')}`;
    const columns = [
      { name: 'stop', role: 'unit' },
      { name: 'person', role: 'subject' },
      { name: 'race', role: 'quasi-identifier', hierarchy: { flat: true } },
      { name: 'outcome', role: 'insensitive' },
    ];
    const spec = { dataset: 'people', k: 5, suppressionLimit: 0, columns };
    expect((await run(spec, people('each'))).manifest.engine.smallestClass).toBe(30);
    await expect(run(spec, people('all'))).rejects.toMatchObject({ code: 'infeasible' });
  });

  it('publishes rare words as `other`, unless the spec wants them as they are', async () => {
    const data = readFileSync(EXAMPLE_DATA, 'utf8').replace(/,(yes|no)\n/, ',a whole story\n');
    const common = { ...example, columns: [...without('searched'), { name: 'searched', role: 'insensitive' }] };
    expect((await run(common, data)).text).not.toContain('story');
  });

  it('leaves nothing behind but what it wrote', async () => {
    const { out } = await run(example);
    expect(readdirSync(out).sort()).toEqual(['data.csv', 'dictionary.csv', 'dictionary.json', 'manifest.json']);
    expect(readdirSync(folder).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
  });

  it('has its form written down in docs/release-spec.schema.json', () => {
    expect(JSON.parse(readFileSync('docs/release-spec.schema.json', 'utf8'))).toEqual(specSchema);
  });
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
    expect(existsSync(join(folder, `out-${runs - 1}`))).toBe(false);
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
