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
