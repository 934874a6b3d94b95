import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dirname } from 'node:path';
import type { EntityManager } from 'typeorm';
import { EnactCharter } from '../../src/charter/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { verifySeriesFiles } from '../../src/transparency/index.js';
import { keepCodes } from '../../src/transparency/records/release-code.store.js';
import { epochsOf, holdEpoch, noteErasure } from '../../src/transparency/records/release-epoch.store.js';
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

describe('releases of a dataset that is published in epochs', () => {
  it('say where they stand in the series, and what each word is part of', async () => {
    const manifest = await manifestOf(out[0]!);
    expect(manifest.series).toMatchObject({ epoch: String(series.year), number: 1 });
    const place = manifest.columns.find(({ name }: { name: string }) => name === 'place');
    expect(Object.keys(place.ancestors).sort()).toEqual(place.values);
  });

  it('tell what depends on people who are not in them in steps of more than k', async () => {
    const { input, suppressed, series: claim, engine, file } = await manifestOf(out[0]!);
    expect([input.units % 5, input.rows % 5, claim.heldBack.units % 5]).toEqual([0, 0, 0]);
    expect(input.rows - suppressed.rows).toBe(file.rows);
    expect(engine.informationLoss).toBe(Number(engine.informationLoss.toPrecision(2)));
  });

  it('show arrivals in company, and a lone correction not yet: its rows stay word for word', async () => {
    const { pseudonym, id } = await series.shownWithFinding(out[0]!);
    await series.month('02');
    await series.arrive(150);
    await series.correct(id);
    const slower = await series.desk.approved();
    out.push(await series.desk.published());
    const [before, after] = [series.linesOf(out[0]!), series.linesOf(out[1]!)];
    expect(after.get(pseudonym)).toEqual(before.get(pseudonym));
    expect(after.size).toBeGreaterThan(before.size);
    expect((await manifestOf(out[1]!)).series.number).toBe(2);
    // Planned before the other came out, and never compared with it.
    expect((await series.desk.publish(slower)).body).toMatchObject({ status: 409, code: 'series-moved-on' });
  });

  it('show who was expunged no more, and no ledger knows them', async () => {
    const { pseudonym, id } = await series.shownWithFinding(out[1]!);
    await series.month('03');
    await series.arrive(100);
    const planned = await series.desk.approved();
    const known = () => series.sql('SELECT FROM redress.release_member WHERE pseudonym = $1', [pseudonym]);
    expect(await known()).not.toEqual([]);
    await series.expunge(id);
    expect(await known()).toEqual([]);
    // What was planned with it fell with it, and the recall keeps it in besides.
    expect(series.linesOf(planned).has(pseudonym)).toBe(true);
    expect(await series.sql('SELECT FROM redress.release_step WHERE release_id = $1', [planned.id])).toEqual([]);
    expect((await series.desk.publish(planned)).body).toMatchObject({ status: 409, code: 'release-recalled' });
    out.push(await series.desk.published());
    expect(series.linesOf(out[1]!).has(pseudonym)).toBe(true);
    expect(series.linesOf(out[2]!).has(pseudonym)).toBe(false);
  });

  it('are refused when they were not made as planned, though each keeps its own promises (planted)', async () => {
    const bypassed = await series.desk.built();
    await series.bypassPlan(bypassed);
    await series.approve(bypassed);
    const { body } = await series.desk.publish(bypassed);
    expect(body).toMatchObject({ status: 409, code: 'series-unsafe' });
    expect(body.errors.map(({ code }: { code: string }) => code)).toContain('difference-below-k');
    const unplanned = await series.desk.approved();
    await series.sql('DELETE FROM redress.release_step WHERE release_id = $1', [unplanned.id]);
    expect((await series.desk.publish(unplanned)).body).toMatchObject({ status: 409, code: 'series-moved-on' });
    expect((await series.desk.show(bypassed)).status).toBe('verified');
  });

  it('keep levels, words and key of the epoch: the database lets nobody thaw them', async () => {
    const attempt = (change: string) =>
      redress.app
        .get(CaseDatabase)
        .transaction({ jurisdictionId: redress.jurisdiction.id }, (manager) => manager.query(change));
    for (const change of [
      `UPDATE redress.release_epoch SET levels = '{}'`,
      `UPDATE redress.release_epoch SET words = '{"note": ["a"]}'`,
      `UPDATE redress.release_epoch SET key_cipher = '\\x00'`,
      'UPDATE redress.release_epoch SET erasures = 0',
      'DELETE FROM redress.release_epoch',
    ])
      await expect(attempt(change)).rejects.toMatchObject({ code: 'RD001' });
  });

  it('are not put down by a build that saw a case before it was erased, or gave a code to another word', async () => {
    const write = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
      redress.app.get(CaseDatabase).transaction({ jurisdictionId: redress.jurisdiction.id }, work);
    const dataset = 'complaint-allegations';
    const seen = (await write((manager) => epochsOf(manager, dataset)))[0]!;
    await write((manager) => holdEpoch(manager, seen));
    await write((manager) => noteErasure(manager, dataset));
    const movedOn = { code: 'series-moved-on' };
    await expect(write((manager) => holdEpoch(manager, seen))).rejects.toMatchObject(movedOn);
    const scope = { jurisdictionId: redress.jurisdiction.id, dataset, scope: 'value finding' } as const;
    await expect(write((manager) => keepCodes(manager, scope, ['another word']))).rejects.toMatchObject(movedOn);
  });

  it('begin anew with the year, and lose the way back into the one before', async () => {
    await series.month('01', series.year + 1);
    const former = await series.pseudonyms();
    out.push(await series.desk.published());
    expect((await manifestOf(out[3]!)).series).toMatchObject({ epoch: String(series.year + 1), number: 1 });
    const [{ keys } = { keys: 0 }] = await series.sql<{ keys: number }>(
      'SELECT count(key_cipher)::int AS keys FROM redress.release_epoch',
    );
    expect(keys).toBe(1);
    expect([...series.linesOf(out[3]!).keys()].filter((pseudonym) => former.has(pseudonym))).toEqual([]);
    expect([...(await series.pseudonyms()).keys()].some((pseudonym) => series.linesOf(out[3]!).has(pseudonym))).toBe(
      true,
    );
  });

  it('begin anew when the rules change, in the middle of a year', async () => {
    const document = { ...charter, publication: { ...charter.publication, k: 6 } };
    const actor = { kind: 'system', jurisdictionId: redress.jurisdiction.id } as const;
    await redress.app.get(EnactCharter).run(actor, { effectiveFrom: `${series.year + 1}-01-01`, document });
    await series.month('02', series.year + 1);
    out.push(await series.desk.published());
    const { k, series: claim } = await manifestOf(out[4]!);
    expect([k, claim.epoch, claim.number]).toEqual([6, `${series.year + 1}.2`, 1]);
  });

  it('tell nobody of fewer than k people', async () => {
    const found = (await verifySeriesFiles(out.map((asked) => dirname(series.desk.path(asked)))))[0];
    expect(found).toMatchObject({ ok: true, releases: 5, epochs: 3, pairs: 10, violationCount: 0 });
  });
});
