import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dirname } from 'node:path';
import { verifySeriesFiles } from '../../src/transparency/index.js';
import { cityCharter } from '../support/generated-complaints.js';
import type { Asked } from '../support/release-desk.js';
import { SeriesDesk } from '../support/series-desk.js';
import { TestApp } from '../support/test-app.js';

const charter = {
  ...cityCharter(6),
  publication: {
    ...{ k: 5, suppressionLimit: 0.6 },
    datasets: {
      'complaint-allegations': {
        epoch: 'year' as const,
        asItIs: ['complainant_race'],
        models: [
          { type: 'distinct-l' as const, attribute: 'finding', l: 2 },
          { type: 't-closeness' as const, attribute: 'complainant_race', t: 0.4, distance: 'equal' as const },
        ],
      },
    },
  },
};

let redress: TestApp;
let series: SeriesDesk;
const out: Asked[] = [];
beforeAll(async () => {
  redress = await TestApp.start(charter);
  series = new SeriesDesk(redress);
  await series.begin(1_500);
  await series.month('01');
  out.push(await series.desk.published());
}, 60_000);
afterAll(() => redress.stop());

const manifestOf = async (asked: Asked) => (await series.desk.show(asked)).manifest;
const verified = async () => (await verifySeriesFiles(out.map((asked) => dirname(series.desk.path(asked)))))[0];

describe('releases of a dataset that is published in epochs', () => {
  it('say where they stand in the series, and what each word is part of', async () => {
    const manifest = await manifestOf(out[0]!);
    expect(manifest.series).toMatchObject({ epoch: String(series.year), number: 1 });
    const place = manifest.columns.find(({ name }: { name: string }) => name === 'place');
    expect(Object.keys(place.ancestors)).toEqual(place.values);
  });

  it('show arrivals in company, and a lone correction not yet: its rows stay word for word', async () => {
    const { pseudonym, id } = await series.shownWithFinding(out[0]!);
    await series.month('02');
    await series.arrive(150);
    await series.correct(id);
    out.push(await series.desk.published());
    const [before, after] = [series.linesOf(out[0]!), series.linesOf(out[1]!)];
    expect(after.get(pseudonym)).toEqual(before.get(pseudonym));
    expect(after.size).toBeGreaterThan(before.size);
    expect((await manifestOf(out[1]!)).series.number).toBe(2);
  });

  it('show who was expunged no more', async () => {
    const { pseudonym, id } = await series.shownWithFinding(out[1]!);
    await series.month('03');
    await series.arrive(100);
    await series.expunge(id);
    out.push(await series.desk.published());
    expect(series.linesOf(out[1]!).has(pseudonym)).toBe(true);
    expect(series.linesOf(out[2]!).has(pseudonym)).toBe(false);
  });

  it('begin anew with the year', async () => {
    await series.month('01', series.year + 1);
    out.push(await series.desk.published());
    expect((await manifestOf(out[3]!)).series).toMatchObject({ epoch: String(series.year + 1), number: 1 });
  });

  it('tell nobody of fewer than k people', async () => {
    expect(await verified()).toMatchObject({ ok: true, releases: 4, epochs: 2, pairs: 6, violationCount: 0 });
  });
});
