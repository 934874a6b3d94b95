import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganizationKeys } from '../../src/platform/keys/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { codedWords, keepCodes } from '../../src/transparency/records/release-code.store.js';
import {
  closeEpoch,
  epochKey,
  epochsOf,
  noteErasure,
  openEpoch,
  type ReleaseEpoch,
} from '../../src/transparency/records/release-epoch.store.js';
import { eraseMember, readLedger, saveMembers } from '../../src/transparency/records/release-member.store.js';
import { confirmStep, publishedSteps, saveStep } from '../../src/transparency/records/release-step.store.js';
import {
  ABSENT,
  contentCodes,
  epochPseudonym,
  planRelease,
  type ReleasePlan,
} from '../../src/transparency/series/index.js';
import { seeded } from '../support/random-series.js';
import { copyOf } from '../support/copied-release.js';
import { ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

const K = 3;
const random = seeded(7);
let redress: TestApp;
let first: { id: string };
let epoch: ReleaseEpoch;
const keys = (): OrganizationKeys => redress.app.get(OrganizationKeys);
const inCases = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  redress.app.get(CaseDatabase).transaction({ jurisdictionId: redress.jurisdiction.id }, work);

beforeAll(async () => {
  redress = await TestApp.start();
  const desk = await ReleaseDesk.open(redress, 400);
  first = await desk.published();
  epoch = await open('2026');
}, 120_000);
afterAll(() => redress.stop());

const open = (name: string): Promise<ReleaseEpoch> =>
  inCases((manager) =>
    openEpoch(manager, keys(), {
      jurisdictionId: redress.jurisdiction.id,
      ...{ dataset: 'complaint-allegations', name, k: K, levels: { place: 1 }, at: new Date() },
    }),
  );

/** Cases of one class and one content; what is planned is put down as the pipeline would. */
async function plan(ids: readonly string[], releaseId: string): Promise<ReleasePlan & { pseudonyms: string[] }> {
  return inCases(async (manager) => {
    const place = { jurisdictionId: redress.jurisdiction.id, epochId: epoch.id, releaseId };
    const steps = await publishedSteps(manager, epoch.id);
    const cohorts = steps.at(-1)?.cohorts ?? [];
    const known = await readLedger(manager, epoch.id, { releases: steps.length, cohorts, attributes: 1 });
    const key = await epochKey(manager, keys(), epoch.id);
    const recorded = ids.map((id) => epochPseudonym(key, 'unit', id));
    const pseudonyms = [...known.pseudonyms, ...recorded.filter((each) => !known.pseudonyms.includes(each))];
    const hashes = pseudonyms.map(() => 'same');
    const made = planRelease(
      {
        count: pseudonyms.length,
        present: Uint8Array.from(pseudonyms, (each) => Number(recorded.includes(each))),
        classOf: new Int32Array(pseudonyms.length),
        classes: 1,
        content: contentCodes(known.contents, hashes),
        sensitive: [new Int32Array(pseudonyms.length)],
        values: [1],
      },
      known.ledger,
      { k: K, values: [{ l: 1 }] },
      { former: [], random },
    );
    await saveStep(manager, place, { ...made, cohorts: made.ledger.cohorts, beside: steps.length });
    const units = { pseudonyms, subjects: pseudonyms, contents: hashes };
    await saveMembers(manager, place, units, { before: known.ledger, after: made.ledger });
    return { ...made, pseudonyms };
  });
}

const shown = ({ show }: ReleasePlan): number => show.reduce((sum, how) => sum + Number(how !== ABSENT), 0);
const cases = (count: number): string[] => Array.from({ length: count }, (_, at) => `case ${at}`);
const confirm = (releaseId: string): Promise<void> =>
  inCases((manager) => confirmStep(manager, { jurisdictionId: redress.jurisdiction.id, epochId: epoch.id, releaseId }));
const raw = async (sql: string): Promise<string> => JSON.stringify((await redress.database.owner.query(sql)).rows);

describe('the ledger of a series', () => {
  it('keeps the epoch’s key sealed, in its place', async () => {
    const key = await inCases((manager) => epochKey(manager, keys(), epoch.id));
    expect(key).toHaveLength(32);
    expect(await raw('SELECT encode(key_cipher, $$hex$$) FROM redress.release_epoch')).not.toContain(
      key.toString('hex'),
    );
    const other = await open('other');
    await redress.database.owner.query(
      'UPDATE redress.release_epoch SET key_cipher = (SELECT key_cipher FROM redress.release_epoch WHERE id = $1) WHERE id = $2',
      [epoch.id, other.id],
    );
    await expect(inCases((manager) => epochKey(manager, keys(), other.id))).rejects.toThrow('does not open');
    await redress.database.owner.query('DELETE FROM redress.release_epoch WHERE id = $1', [other.id]);
  });

  it('goes on from what was published, and from nothing that was only planned', async () => {
    await plan(cases(5), first.id);
    expect(shown(await plan(cases(7), await copyOf(redress, first.id, 'built')))).toBe(5);
    const grown = await plan(cases(9), await copyOf(redress, first.id, 'published'));
    expect([grown.number, shown(grown), grown.ledger.cohorts]).toEqual([
      2,
      9,
      [
        { classOf: 0, entered: 1, left: 0 },
        { classOf: 0, entered: 2, left: 0 },
      ],
    ]);
  });

  it('holds no id of a case, and a subject only as a pseudonym', async () => {
    const all = await raw(
      'SELECT m.*, s.* FROM redress.release_member m JOIN redress.release_step s USING (release_id)',
    );
    expect(all).not.toContain('case ');
    expect(all.length).toBeGreaterThan(1000);
  });

  it('refuses to publish what was planned before another release came out', async () => {
    const [early, late] = [await copyOf(redress, first.id, 'built'), await copyOf(redress, first.id, 'built')];
    await plan(cases(12), early);
    await plan(cases(13), late);
    await expect(confirm(early)).resolves.toBeUndefined();
    await redress.database.owner.query(
      `ALTER TABLE redress.release DISABLE TRIGGER USER; UPDATE redress.release SET status = 'published', published_at = now() WHERE id = '${early}';
       ALTER TABLE redress.release ENABLE TRIGGER USER`,
    );
    await expect(confirm(late)).rejects.toMatchObject({ code: 'series-moved-on' });
    await expect(confirm(randomUUID())).rejects.toMatchObject({ code: 'series-moved-on' });
  });

  it('lets the step of a published release neither be altered nor taken back', async () => {
    const attempt = (sql: string) => inCases((manager) => manager.query(sql, [first.id]));
    await expect(attempt('DELETE FROM redress.release_step WHERE release_id = $1')).rejects.toMatchObject({
      code: 'RD001',
    });
    await expect(attempt('UPDATE redress.release_step SET number = 9 WHERE release_id = $1')).rejects.toMatchObject({
      code: 'RD001',
    });
  });

  it('forgets who was expunged at once, lets k leave for it, and drops what was planned with it', async () => {
    const planned = await copyOf(redress, first.id, 'built');
    const { pseudonyms } = await plan(cases(12), planned);
    const [gone = ''] = pseudonyms;
    await inCases((manager) => noteErasure(manager, epoch.dataset));
    await inCases((manager) => eraseMember(manager, epoch.id, gone));
    expect(await raw('SELECT * FROM redress.release_member')).not.toContain(gone);
    await expect(confirm(planned)).rejects.toMatchObject({ code: 'series-moved-on' });
    const key = await inCases((manager) => epochKey(manager, keys(), epoch.id));
    const left = cases(12).filter((id) => epochPseudonym(key, 'unit', id) !== gone);
    const after = await plan(left, await copyOf(redress, first.id, 'published'));
    expect(after.expunged).toBe(1);
    expect(after.heldBack.inCompany).toBeGreaterThanOrEqual(K - 1);
    expect(shown(after)).toBe(11 - after.heldBack.inCompany);
  });

  it('gives every word a code that stays', async () => {
    const of = {
      jurisdictionId: redress.jurisdiction.id,
      dataset: 'complaint-allegations',
      scope: 'value finding',
    } as const;
    const words = ['unfounded', 'sustained'];
    await inCases((manager) => keepCodes(manager, of, words));
    await inCases((manager) => keepCodes(manager, of, [...words, 'exonerated']));
    expect(await inCases((manager) => codedWords(manager, of.dataset, of.scope))).toEqual([...words, 'exonerated']);
  });

  it('loses the way back when the epoch closes, and keeps what was said', async () => {
    await inCases((manager) => closeEpoch(manager, epoch.id, new Date()));
    await expect(inCases((manager) => epochKey(manager, keys(), epoch.id))).rejects.toMatchObject({
      code: 'series-key-destroyed',
    });
    expect(await raw('SELECT * FROM redress.release_member')).toBe('[]');
    const steps = await inCases((manager) => publishedSteps(manager, epoch.id));
    expect(steps.map(({ facts }) => facts.lone[0])).toEqual([5, 9, 12, expect.any(Number)]);
    expect((await inCases((manager) => epochsOf(manager, epoch.dataset))).map(({ name }) => name)).toEqual(['2026']);
  });

  it('shows nothing while no jurisdiction is set', async () => {
    for (const table of ['release_epoch', 'release_step', 'release_member', 'release_code']) {
      const rows = await redress.app.get(DataSource).query<unknown[]>(`SELECT FROM redress.${table}`);
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });
});
