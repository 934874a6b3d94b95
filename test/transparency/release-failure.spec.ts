import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { BuildRelease } from '../../src/transparency/index.js';
import { type Asked, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = await ReleaseDesk.open(redress, 3);
});
afterAll(() => redress.stop());

const build = ({ id }: Asked) =>
  redress.app.get(BuildRelease).run({ jurisdictionId: redress.jurisdiction.id, releaseId: id });
/** Whatever lies where releases are written, half or whole. */
const filesLeft = () =>
  readdirSync(redress.database.connections.dataDirectory, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() || entry.name.startsWith('.unfinished'),
  );

describe('a release that cannot be built', () => {
  it('of three complaints no description can be shared by five: it says so as a code, and leaves no file', async () => {
    const asked = await desk.request();
    expect(await build(asked)).toEqual({ status: 'failed', failure: 'infeasible' });
    expect(await desk.show(asked)).toMatchObject({ status: 'failed', failure: 'infeasible', manifest: null });
    expect(filesLeft()).toEqual([]);
  });

  it('of nothing at all is none', async () => {
    expect(await build(await desk.request('use-of-force'))).toEqual({ status: 'failed', failure: 'no-rows' });
  });

  it('is not tried again by a job that comes twice', async () => {
    const asked = await desk.request('use-of-force');
    await build(asked);
    expect(await build(asked)).toEqual({ status: 'unchanged' });
  });

  it('keeps its version: the next has another', async () => {
    const [one, other] = [await desk.request(), await desk.request()];
    expect(one.version).not.toBe(other.version);
  });

  it('is not built when the dataset’s columns have changed since it was asked for', async () => {
    const asked = await desk.request();
    await redress.database.owner.query('UPDATE redress.release SET spec_sha256 = $2 WHERE id = $1', [
      asked.id,
      '0'.repeat(64),
    ]);
    expect(await build(asked)).toEqual({ status: 'failed', failure: 'spec-changed' });
  });

  it('is refused at once when there is no such dataset', async () => {
    const answer = await redress.request('POST', '/api/v1/releases', {
      as: desk.clerk.token,
      body: { dataset: 'complainers' },
    });
    expect(answer.body).toMatchObject({ status: 422, code: 'no-such-dataset' });
  });

  it('is not shown to those whose role does not let them', async () => {
    const { token } = await redress.staff('board_member');
    expect((await redress.request('GET', '/api/v1/releases', { as: token })).status).toBe(403);
    expect((await redress.request('GET', '/api/v1/releases')).status).toBe(401);
  });

  it('stands in the list, newest first, page by page', async () => {
    const first = await redress.request('GET', '/api/v1/releases?limit=2', { as: desk.clerk.token });
    const second = await redress.request('GET', `/api/v1/releases?limit=200&after=${first.body.next}`, {
      as: desk.clerk.token,
    });
    const ids = [...first.body.releases, ...second.body.releases].map((release: { id: string }) => release.id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect([first.body.releases.length, second.body.next, new Set(ids).size]).toEqual([2, null, 6]);
  });
});

describe('a release that is called off', () => {
  const cancel = ({ id }: Asked) =>
    redress.request('POST', `/api/v1/releases/${id}/cancellation`, { as: desk.clerk.token });

  it('while it waits is not built any more, and its number is not given again', async () => {
    const asked = await desk.request();
    expect((await cancel(asked)).status).toBe(204);
    expect(await build(asked)).toEqual({ status: 'unchanged' });
    expect(await desk.show(asked)).toMatchObject({ status: 'cancelled', build: null });
    const twice = await cancel(asked);
    expect([twice.status, twice.body.code]).toEqual([409, 'status-forbids']);
    expect((await desk.request()).version).not.toBe(asked.version);
    await expect(
      redress.database.owner.query("UPDATE redress.release SET status = 'requested' WHERE id = $1", [asked.id]),
    ).rejects.toMatchObject({ code: 'RD001' });
  });

  it('while it is built stops: it says how far it was, and leaves no file', async () => {
    const asked = await desk.request();
    // Somebody holds a table that the build reads: it stands still there.
    const holder = await redress.database.owner.connect();
    await holder.query('BEGIN; LOCK TABLE redress.allegation IN ACCESS EXCLUSIVE MODE');
    const building = build(asked);
    let told = (await desk.show(asked)).build;
    for (let attempt = 0; told === null && attempt < 100; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      told = (await desk.show(asked)).build;
    }
    expect(told).toMatchObject({ stage: 'snapshot', rowsDone: 0, attempt: 1 });
    expect((await cancel(asked)).status).toBe(204);
    // Until it has asked whether it is still wanted.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await holder.query('ROLLBACK');
    holder.release();
    expect(await building).toEqual({ status: 'unchanged' });
    expect(await desk.show(asked)).toMatchObject({ status: 'cancelled', failure: null, build: { stage: 'snapshot' } });
    expect(filesLeft()).toEqual([]);
    const { rows } = await redress.database.owner.query(
      `SELECT action, actor_kind FROM redress.history_event WHERE subject_id = $1 ORDER BY at`,
      [asked.id],
    );
    expect(rows.map(({ action, actor_kind }) => `${actor_kind} ${action}`)).toEqual([
      'staff release.request',
      'staff release.cancel',
    ]);
  });
});
