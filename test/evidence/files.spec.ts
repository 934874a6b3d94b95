import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CaseBuilder } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { officeOf } from '../support/files/office-of.js';
import { pngOf } from '../support/files/pictures.js';
import { zipOf } from '../support/files/zip-of.js';
import { EvidenceDesk, form, FORM_TYPE, PNG } from './evidence-desk.js';

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
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** A picture of any size: what follows the image is not looked at by who shows it. */
const picture = (bytes: number): Buffer => Buffer.concat([PNG, randomBytes(bytes)]);

describe('a file', () => {
  // ASVS 5.0: V5.3.1
  it('is taken in with its hash, listed, and given out as it came', async () => {
    const file = picture(700_000);
    const fields = {
      title: 'Photo of the wrist',
      original: 'true',
      collectedOn: '2026-03-01',
      collectedFrom: 'Rosa Diaz',
    };
    const { status, body } = await desk.send(file, fields, 'IMG_4417.png');
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: 1, mediaType: 'image/png', bytes: file.length, sha256: sha256(file) });
    const { body: list } = await desk.get();
    expect(list.items).toEqual([
      expect.objectContaining({
        ...{
          number: 1,
          title: 'Photo of the wrist',
          original: true,
          collectedOn: '2026-03-01',
          collectedFrom: 'Rosa Diaz',
        },
        file: {
          name: 'IMG_4417.png',
          mediaType: 'image/png',
          bytes: file.length,
          sha256: sha256(file),
          state: 'unscanned',
          notes: ['more-after-the-end'],
          copy: { state: 'waiting', reason: null, bytes: null, sha256: null, width: null, height: null },
        },
      }),
    ]);
    const content = await desk.content(body.evidenceId);
    expect(content.status).toBe(200);
    expect(content.bytes.equals(file)).toBe(true);
  });

  // ASVS 5.0: V5.2.2
  it('is what its first bytes say, whatever it is called', async () => {
    const text = await desk.send(Buffer.from('He said: "Get out."\n'.repeat(50)), undefined, 'film');
    expect(text.body.mediaType).toBe('text/plain');
    const called = await desk.send(Buffer.from('He said: "Get out."\n'.repeat(50)), undefined, 'film.mp4');
    expect([called.status, called.body.code]).toEqual([422, 'name-disagrees']);
    const program = Buffer.concat([Buffer.from('MZ'), randomBytes(4_000)]);
    const refused = await desk.send(program, undefined, 'holiday.png');
    expect([refused.status, refused.body.code]).toEqual([422, 'type-not-taken']);
  });

  it.each<[string, () => Buffer | null, string]>([
    ['without a byte', () => Buffer.alloc(0), 'empty-file'],
    ['that is not there', () => null, 'no-file'],
    ['of no known kind', () => randomBytes(5_000), 'type-not-taken'],
    ['that is an archive', () => zipOf([{ name: 'a.txt', data: 'a' }]), 'type-not-taken'],
    ['that is half an archive', () => Buffer.from('504b0304140000000800', 'hex'), 'archive-broken'],
  ])('%s is refused, and nothing is kept', async (_, file, code) => {
    const before = desk.stored().length;
    const { status, body } = await desk.send(file());
    expect([status, body.code]).toEqual([422, code]);
    expect(desk.stored()).toHaveLength(before);
  });

  it.each<[string, Buffer, string, string]>([
    ['a page under the name of a picture', Buffer.from('<!DOCTYPE html><script>x</script>'), 'a.jpg', 'markup-in-text'],
    [
      'a thousandfold',
      officeOf('docx', [{ name: 'word/a.xml', data: Buffer.alloc(3_000_000) }]),
      'a.docx',
      'archive-too-much',
    ],
    ['a picture of 3,600 megapixels', pngOf(60_000, 60_000), 'a.png', 'picture-too-large'],
    [
      'a picture and an archive',
      Buffer.concat([PNG, zipOf([{ name: 'a', data: 'a' }])]),
      'a.png',
      'hides-another-file',
    ],
    ['a picture called a program', PNG, 'a‮gnp.exe', 'name-disagrees'],
  ])('that is %s is refused, though all of it came in, and nothing is kept', async (_, file, name, code) => {
    const before = desk.stored().length;
    const { status, body } = await desk.send(file, undefined, name);
    expect([status, body.code]).toEqual([422, code]);
    expect(desk.stored()).toHaveLength(before);
  });

  // ASVS 5.0: V5.3.3, V5.4.2
  it('has a name that leads nowhere and breaks no header; it is given out under one of ours', async () => {
    const names = ['../../etc/passwd', 'C:\\temp\\wrist\u202e.png', `${'long '.repeat(99)}.png`, 'wrist 🖐.png'];
    for (const name of names) {
      const { evidenceId, number } = (await desk.send(PNG, undefined, name)).body;
      const { items } = (await desk.get()).body;
      const { file } = items.find((each: { evidenceId: string }) => each.evidenceId === evidenceId);
      expect(file.name).toMatch(/^[^/\\‮]{1,200}$/u);
      const { headers } = await redress.app.inject({
        method: 'GET',
        url: `${desk.address}/${evidenceId}/content`,
        headers: { authorization: `Bearer ${desk.staff.token}` },
      });
      expect(headers['content-disposition']).toBe(`attachment; filename="E-${number}.png"`);
    }
  });

  it('that says of itself that it is too large is refused before it is read, and without signing in', async () => {
    const answer = await redress.app.inject({
      method: 'POST',
      url: `${desk.address}/files`,
      headers: { 'content-type': FORM_TYPE, 'content-length': String(3 * 2 ** 30) },
    });
    expect([answer.statusCode, (JSON.parse(answer.body) as { code: string }).code]).toEqual([413, 'file-too-large']);
  });

  it('with a field that is wrong is refused with its place', async () => {
    const { status, body } = await desk.send(PNG, { title: '', collectedOn: 'yesterday' });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['/collectedOn', '/title']);
  });

  it('sent as no form is refused', async () => {
    const answer = await desk.post('/files', { title: 'x' });
    expect([answer.status, answer.body.code]).toEqual([415, 'no-file']);
  });

  // ASVS 5.0: V5.2.1
  it('larger than the limit leaves nothing behind', async () => {
    const { EvidenceGround } = await import('../../src/evidence/records/evidence-ground.js');
    const settings = redress.app.get(EvidenceGround).settings as { mostBytes: number };
    const most = settings.mostBytes;
    settings.mostBytes = 300_000;
    const before = desk.stored().length;
    const answer = await desk.send(picture(300_001));
    settings.mostBytes = most;
    expect([answer.status, answer.body.code]).toEqual([413, 'file-too-large']);
    expect(desk.stored()).toHaveLength(before);
  });

  it('that breaks off on the way leaves nothing behind', async () => {
    const before = desk.stored().length;
    const whole = form({ title: 'Cut' }, picture(400_000));
    const answer = await redress.request('POST', `${desk.address}/files`, {
      ...{ as: desk.staff.token, body: whole.subarray(0, 300_000), headers: { 'content-type': FORM_TYPE } },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(desk.stored()).toHaveLength(before);
    expect((await desk.get()).body.items.map(({ title }: { title: string }) => title)).not.toContain('Cut');
  });

  it('stands nowhere in the clear: not its bytes, not its name, not its title', async () => {
    const file = Buffer.from('The witness Quintana saw badge 4417.\n'.repeat(100));
    const { body } = await desk.send(file, { title: 'Statement of Quintana' }, 'Quintana.txt');
    expect(readFileSync(desk.pathOf(body.evidenceId)).includes('Quintana')).toBe(false);
    const { rows } = await redress.database.owner.query<{ row: string }>(
      `SELECT to_jsonb(i)::text || to_jsonb(f)::text AS row FROM redress.evidence_item i JOIN redress.evidence_file f ON f.item_id = i.id`,
    );
    const word = Buffer.from('Quintana').toString('hex');
    for (const { row } of rows) expect(row.includes('Quintana') || row.includes(word)).toBe(false);
  });

  it('of two sent at once get two numbers', async () => {
    const own = await deskOf();
    const answers = await Promise.all(Array.from({ length: 6 }, () => own.send(picture(1_000))));
    expect(answers.map(({ body }) => body.number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
