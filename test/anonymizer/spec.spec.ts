import { afterAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specSchema } from '../../src/transparency/anonymize-spec/spec-schema.js';
import { verifyFiles } from '../../src/transparency/index.js';
import { readCsv } from '../support/release-desk.js';
import { RedressProcess } from '../support/redress-process.js';
import { example, EXAMPLE_DATA, SpecDesk, without } from '../support/spec-desk.js';

const desk = new SpecDesk();
const { folder } = desk;
const run = desk.run.bind(desk);
afterAll(() => {
  desk.close();
});

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
    const written = ['data.csv', 'dictionary.csv', 'dictionary.json', 'manifest.json', 'report.html', 'report.json'];
    expect(readdirSync(out).sort()).toEqual(written);
    expect(readdirSync(folder).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
  });

  it('has its form written down in docs/release-spec.schema.json', () => {
    expect(JSON.parse(readFileSync('docs/release-spec.schema.json', 'utf8'))).toEqual(specSchema);
  });
});
