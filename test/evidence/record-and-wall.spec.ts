import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { copyFileSync, truncateSync, unlinkSync } from 'node:fs';
import { CaseBuilder } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { EvidenceDesk, PNG } from './evidence-desk.js';

let redress: TestApp;
let cases: CaseBuilder;
let desk: EvidenceDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  desk = await deskOf();
});
afterAll(async () => redress.stop());

async function deskOf(): Promise<EvidenceDesk> {
  const { complaintId } = await cases.accepted();
  return new EvidenceDesk(redress, complaintId, cases.supervisor);
}

/** A picture of any size: what follows the image is not looked at by who shows it. */
const picture = (bytes: number): Buffer => Buffer.concat([PNG, randomBytes(bytes)]);

describe('what is on record of a file', () => {
  it('is not rewritten, by nobody', async () => {
    const { body } = await desk.send(PNG);
    await desk.content(body.evidenceId);
    await expect(
      redress.database.owner.query(`UPDATE redress.evidence_file SET sha256 = repeat('0', 64)`),
    ).rejects.toMatchObject({ code: 'RD001' });
    await expect(redress.database.owner.query('DELETE FROM redress.evidence_access')).rejects.toMatchObject({
      code: 'RD001',
    });
  });

  it('has every look at it', async () => {
    const own = await deskOf();
    const { body } = await own.send(PNG);
    await own.content(body.evidenceId);
    await own.post(`/${body.evidenceId}/verification`);
    const { rows } = await redress.database.owner.query<{ what: string }>(
      'SELECT what FROM redress.evidence_access WHERE item_id = $1 ORDER BY id',
      [body.evidenceId],
    );
    expect(rows.map(({ what }) => what)).toEqual(['content', 'verification']);
  });
});

describe('evidence is walled', () => {
  it('from who is recused, from other cases’ addresses, and from who may not', async () => {
    const own = await deskOf();
    const { body } = await own.send(PNG);
    const supervisor = await redress.staff('supervisor');
    expect((await own.get('', supervisor)).body.items).toHaveLength(1);
    await cases.step(own.complaintId, 'recusals', { reason: 'relation_to_party' }, supervisor);
    for (const path of ['', `/${body.evidenceId}/content`, '/custody-report'])
      expect((await own.get(path, supervisor)).status).toBe(404);
    const records = await redress.staff('records');
    expect((await own.get('', records)).status).toBe(403);
    const elsewhere = new EvidenceDesk(redress, desk.complaintId, cases.supervisor);
    expect((await elsewhere.content(body.evidenceId)).status).toBe(404);
  });
});

describe('a stored file that is not what came in', () => {
  const checks = async (evidenceId: string): Promise<(string | null)[]> => {
    const { rows } = await redress.database.owner.query<{ fault: string | null }>(
      'SELECT fault FROM redress.evidence_check WHERE item_id = $1 ORDER BY id',
      [evidenceId],
    );
    return rows.map(({ fault }) => fault);
  };

  it.each([4, 20, 1_000, -1])('is refused on read and reported: one bit flipped at byte %d', async (at) => {
    const { body } = await desk.send(picture(5_000));
    desk.tamper(body.evidenceId, at);
    expect(await desk.content(body.evidenceId)).toMatchObject({ status: 409, code: 'evidence-altered' });
    expect(await checks(body.evidenceId)).toEqual(['altered']);
    const history = await cases.actions(desk.complaintId);
    expect(history).toContain('evidence.check');
    expect((await desk.post(`/${body.evidenceId}/verification`)).body).toMatchObject({ ok: false, fault: 'altered' });
  });

  it('is cut off where it is found out, and never given out whole', async () => {
    const file = picture(900_000);
    const { body } = await desk.send(file);
    desk.tamper(body.evidenceId, 600_000);
    const got = await desk.content(body.evidenceId).catch(() => ({ bytes: Buffer.alloc(0) }));
    expect(got.bytes.length).toBeLessThan(file.length);
    expect(await checks(body.evidenceId)).toEqual(['altered']);
  });

  it.each<[string, (path: string, other: string) => void, string]>([
    [
      'cut short',
      (path) => {
        truncateSync(path, 300_000);
      },
      'altered',
    ],
    [
      'another file of the case',
      (path, other) => {
        copyFileSync(other, path);
      },
      'altered',
    ],
    [
      'gone',
      (path) => {
        unlinkSync(path);
      },
      'missing',
    ],
  ])('is refused: %s', async (_, change, fault) => {
    const { body } = await desk.send(picture(600_000));
    const other = await desk.send(picture(600_000));
    change(desk.pathOf(body.evidenceId), desk.pathOf(other.body.evidenceId));
    expect((await desk.post(`/${body.evidenceId}/verification`)).body).toMatchObject({ ok: false, fault });
    expect((await desk.post(`/${other.body.evidenceId}/verification`)).body).toMatchObject({ ok: true, fault: null });
  });
});
