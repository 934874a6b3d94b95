import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { CaseBuilder, created } from '../complaint/case-builder.js';
import { Expungement } from '../complaint/whole-case.js';
import { cityCharter } from '../support/generated-complaints.js';
import { fetched, shelfAddress, shelfManifest } from '../support/read-shelf.js';
import { type Asked, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
let cases: CaseBuilder;
let expunge: Expungement;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
  cases = await CaseBuilder.open(redress);
  expunge = await Expungement.by(redress, cases);
});
afterAll(() => redress.stop());

const recalls = async (query = '') =>
  (await redress.request('GET', `/api/v1/release-recalls${query}`, { as: desk.clerk.token })).body;
const ofRelease = async ({ id }: Asked) =>
  (await recalls()).items.find(({ releaseId }: { releaseId: string }) => releaseId === id);

describe('the recall of releases', () => {
  it('lists what was published while an expunged case stood, and nothing from before it was filed', async () => {
    const before = await desk.published();
    const { complaintId, caseNumber } = await cases.file();
    const after = await desk.published();
    await expunge.of(complaintId);
    expect(await ofRelease(before)).toBeUndefined();
    expect(await ofRelease(after)).toMatchObject({
      version: after.version,
      status: 'published',
      grounds: [{ ground: 'expunged', cases: 1, lastOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
    });
    const { rows } = await redress.database.owner.query<{ row: string }>(
      'SELECT to_jsonb(r)::text AS row FROM redress.release_recall r',
    );
    for (const word of [complaintId, caseNumber]) {
      expect(rows.filter(({ row }) => row.includes(word))).toEqual([]);
      const { text } = await redress.request('GET', '/api/v1/release-recalls', { as: desk.clerk.token });
      expect(text).not.toContain(word);
    }
  });

  it('counts, ground by ground, and lists with every release a case of which nobody knows when it came', async () => {
    const asked = await desk.published();
    const imported = await redress.database.owner.query<{ id: string }>(
      'SELECT id FROM redress.complaint c WHERE NOT EXISTS (SELECT FROM redress.history_event e WHERE e.complaint_id = c.id) LIMIT 2',
    );
    for (const { id } of imported.rows) await expunge.of(id);
    expect((await ofRelease(asked)).grounds).toMatchObject([{ ground: 'expunged', cases: 2 }]);
    const { complaintId } = await cases.file();
    const later = await desk.built();
    const order = { orderedBy: 'court', reference: 'Order 7' };
    created(await cases.step(complaintId, 'sealing', order, expunge.director));
    expect((await ofRelease(later)).grounds).toMatchObject([{ ground: 'sealed', cases: 1 }]);
    const page = await recalls('?limit=1');
    expect([page.items.length, page.next]).toEqual([1, later.id]);
    expect((await recalls(`?limit=1&after=${later.id}`)).items[0].releaseId).not.toBe(later.id);
  });

  it('keeps a release that is not out yet from the public, and lets one through that was asked for since', async () => {
    const { complaintId } = await cases.file();
    const asked = await desk.approved();
    await expunge.of(complaintId);
    const { status, body } = await desk.publish(asked);
    expect([status, body.code]).toEqual([409, 'release-recalled']);
    expect((await desk.show(asked)).status).toBe('verified');
    expect((await desk.published()).version > asked.version).toBe(true);
  });

  it('is for who publishes, and nobody takes a line from it', async () => {
    const other = await redress.staff('auditor');
    expect((await redress.request('GET', '/api/v1/release-recalls', { as: other.token })).status).toBe(403);
    const client = new pg.Client(connectionOptions(redress.database.connections.appUrl));
    await client.connect();
    await client.query(`SELECT set_config('redress.jurisdiction', $1, false)`, [redress.jurisdiction.id]);
    for (const statement of ['DELETE FROM redress.release_recall', 'UPDATE redress.release_recall SET cases = 9'])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});

describe('a release that is withdrawn', () => {
  const reason = 'A column held more than it should. A mended release follows.';
  const withdraw = ({ id }: Asked, as = desk.clerk.token, body: unknown = { reason }) =>
    redress.request('POST', `/api/v1/releases/${id}/withdrawal`, { as, body });
  const addressOf = ({ dataset }: Asked) => `/api/v1/datasets/riverton/${dataset}`;

  it('is gone from rows, files and catalogue in the same moment, and its address says why', async () => {
    const former = await desk.published();
    const gone = await desk.published();
    const address = addressOf(gone);
    const ways = [`${address}/rows?release=${gone.version}`, `${address}/releases/${gone.version}/data.csv`];
    for (const way of ways) expect((await redress.request('GET', way)).status).toBe(200);
    expect((await withdraw(gone)).status).toBe(200);
    for (const way of ways) {
      const { status, body } = await redress.request('GET', way);
      expect([status, body.code, body.details]).toMatchObject([
        410,
        'release-withdrawn',
        { version: gone.version, reason },
      ]);
    }
    const { body } = await redress.request('GET', address);
    expect(body).toMatchObject({ version: former.version, withdrawn: [{ version: gone.version, reason }] });
    expect(body.releases.map(({ version }: Asked) => version)).not.toContain(gone.version);
    const { rows } = await redress.database.owner.query<{ rows: string | null }>('SELECT to_regclass($1) AS rows', [
      `published.rows_${gone.id.replaceAll('-', '')}`,
    ]);
    expect(rows).toEqual([{ rows: null }]);
    expect((await desk.show(gone)).withdrawnAt).not.toBeNull();
    const twice = await withdraw(gone);
    expect([twice.status, twice.body.code]).toEqual([409, 'already-withdrawn']);
  });

  it('is gone from every address, and so is what another says about the difference to it', async () => {
    const [former, next] = [await desk.published(), await desk.published()];
    const { files } = shelfManifest((await fetched(redress, shelfAddress(former, 'manifest.json'))).bytes);
    expect((await withdraw(former)).status).toBe(200);
    for (const name of ['', ...files.map((file) => file.name), 'manifest.json.sig', 'nothing']) {
      const { status, bytes } = await fetched(redress, shelfAddress(former, name));
      expect([name, status, JSON.parse(bytes.toString())]).toMatchObject([
        name,
        410,
        { code: 'release-withdrawn', details: { reason } },
      ]);
    }
    expect((await fetched(redress, shelfAddress(next, 'data.csv'))).status).toBe(200);
    for (const name of ['diff.json', 'CHANGELOG.md']) {
      const { status, bytes } = await fetched(redress, shelfAddress(next, name));
      expect([status, JSON.parse(bytes.toString())]).toMatchObject([410, { code: 'comparison-withdrawn' }]);
    }
    const shelf = (await fetched(redress, `/releases/riverton/${former.dataset}`)).bytes.toString();
    expect(JSON.parse(shelf)).toMatchObject({
      withdrawn: expect.arrayContaining([expect.objectContaining({ version: former.version, reason })]),
    });
  });

  it('was public: what is on its way is not withdrawn, and a reason is needed', async () => {
    const built = await desk.built();
    const early = await withdraw(built);
    expect([early.status, early.body.code]).toEqual([409, 'not-published']);
    const published = await desk.published();
    expect((await withdraw(published, desk.clerk.token, { reason: ' ' })).status).toBe(422);
    expect((await withdraw(published, (await redress.staff('auditor')).token)).status).toBe(403);
    expect((await redress.request('GET', addressOf(published))).body.version).toBe(published.version);
  });

  it('is taken away by a withdrawal on record and by nothing else: the application may drop and delete nothing', async () => {
    const published = await desk.published();
    const app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
    await app.connect();
    for (const statement of [
      `DELETE FROM published.release WHERE id = '${published.id}'`,
      `DROP TABLE published.rows_${published.id.replaceAll('-', '')}`,
      `INSERT INTO published.withdrawn_release SELECT id, jurisdiction, dataset, version, title, published_at, now(), 'x' FROM published.release`,
      'SELECT published.take_back()',
    ])
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    await app.end();
    await expect(
      redress.database.owner.query('DELETE FROM published.release WHERE id = $1', [published.id]),
    ).rejects.toMatchObject({ code: 'RD001' });
  });
});
