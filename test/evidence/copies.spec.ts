import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { OpenFile } from '../../src/evidence/actions/open-file.js';
import { CopyPictures, PictureCopier } from '../../src/evidence/index.js';
import { bareJpeg } from '../../src/evidence/copying/bare-jpeg.js';
import { CaseBuilder } from '../complaint/case-builder.js';
import { Expungement } from '../complaint/whole-case.js';
import { EXIF } from '../support/files/good-pictures.js';
import { heicOf, photo, pngOf, resized, withSegment } from '../support/files/pictures.js';
import { sitOnPanel } from '../support/sit-on-panel.js';
import { TestApp } from '../support/test-app.js';
import { EvidenceDesk } from './evidence-desk.js';

/** As the camera's own words stand in a file: its name, who made it, and where. */
const CANARIES = ['CANARY-9000', 'Canary Telephones', 'Quintana', 'Exif', 'canary-xmp', 'ICC_PROFILE'];
const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:li>canary-xmp</rdf:li></x:xmpmeta>');
/** Of a place in EXIF: 44.17 seconds as it is written, in either order of bytes. */
const SECONDS = [Buffer.from([0, 0, 0x11, 0x41, 0, 0, 0, 100]), Buffer.from([0x41, 0x11, 0, 0, 100, 0, 0, 0])];

let redress: TestApp;
let cases: CaseBuilder;
let desk: EvidenceDesk;
let taken: Buffer;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  desk = new EvidenceDesk(redress, (await cases.accepted()).complaintId, cases.supervisor);
  // As it was built: it runs in a process of its own, and a plain Node starts faster.
  redress.app.get(PictureCopier).entry = new URL(
    '../../dist/evidence/copying/decode-picture.js',
    import.meta.url,
  ).pathname;
  // Lying on its side, with a place, a device, a thumbnail's worth of words and a profile.
  const camera = await photo(80, 40)
    .withExif(EXIF)
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  taken = withSegment(camera, 0xe1, XMP);
});
afterAll(() => redress.stop());

const copies = () => redress.app.get(CopyPictures).run(redress.jurisdiction.id);
const copyOf = async (evidenceId: string, as = desk.staff) => {
  const response = await redress.app.inject({
    method: 'GET',
    url: `${desk.address}/${evidenceId}/content/without-metadata`,
    headers: { authorization: `Bearer ${as.token}` },
  });
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload, text: response.body };
};
const fileIn = async (evidenceId: string) =>
  (await desk.get()).body.items.find((each: { evidenceId: string }) => each.evidenceId === evidenceId).file;
const leaks = (bytes: Buffer): string[] => [
  ...CANARIES.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))),
  ...SECONDS.filter((each) => bytes.includes(each)).map(() => 'the place'),
];

describe('the copy of a picture', () => {
  // ASVS 5.0: V5.4.1, V14.2.8
  it('has nothing that the camera wrote, is upright, and is on record; the original stays what it was', async () => {
    expect(leaks(taken)).toEqual(expect.arrayContaining([...CANARIES, 'the place']));
    const { evidenceId } = (await desk.send(taken, undefined, 'IMG_4417.jpg')).body;
    expect((await copyOf(evidenceId)).text).toContain('no-copy-yet');
    expect(await copies()).toBe(1);
    const copy = await copyOf(evidenceId);
    expect([copy.status, leaks(copy.bytes)]).toEqual([200, []]);
    expect(await bareJpeg(copy.bytes)).toEqual({ width: 40, height: 80 });
    expect(copy.headers['content-disposition']).toBe('attachment; filename="E-1-without-metadata.jpg"');
    expect(copy.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    const sha256 = createHash('sha256').update(copy.bytes).digest('hex');
    const made = { state: 'made', reason: null, bytes: copy.bytes.length, sha256, width: 40, height: 80 };
    expect((await fileIn(evidenceId)).copy).toEqual(made);
    expect((await desk.content(evidenceId)).bytes.equals(taken)).toBe(true);
    const { rows } = await redress.database.owner.query<{ what: string }>(
      'SELECT what FROM redress.evidence_access WHERE item_id = $1 ORDER BY id',
      [evidenceId],
    );
    expect(rows.map(({ what }) => what)).toEqual(['copy', 'content']);
    expect(await cases.actions(desk.complaintId)).toContain('evidence.copy');
    expect(await copies()).toBe(0);
  });

  it('lies sealed in the store, and is refused where it was altered there', async () => {
    const { evidenceId } = (await desk.send(await photo().png().toBuffer())).body;
    const before = desk.stored();
    await copies();
    const [path = ''] = desk.stored().filter((each) => !before.includes(each));
    desk.tamper(path.slice(-36), 30);
    expect((await copyOf(evidenceId)).text).toContain('evidence-altered');
  });

  it('is not made of what cannot be decoded, which is told and harms nobody', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    const odd = [
      (await desk.send(heicOf(4_032, 3_024), undefined, 'IMG.HEIC')).body.evidenceId,
      (await desk.send(pngOf(300, 300))).body.evidenceId,
      (await desk.send(jpeg.subarray(0, 400), undefined, 'cut.jpg')).body.evidenceId,
      (await desk.send(Buffer.concat([resized(jpeg, 9_000, 9_000), Buffer.alloc(900_000)]), undefined, 'a.jpg')).body
        .evidenceId,
    ];
    expect(await copies()).toBe(4);
    const told = await Promise.all(odd.map(async (each: string) => (await fileIn(each)).copy.reason));
    expect(told).toEqual(['undecodable', 'undecodable', 'undecodable', 'too_large']);
    expect((await copyOf(odd[0])).text).toContain('"no-copy"');
    const text = (await desk.send(Buffer.from('He pushed me.'))).body.evidenceId;
    expect([(await copyOf(text)).text.includes('"no-copy"'), (await fileIn(text)).copy]).toEqual([true, null]);
  });

  it('of an original that is not what came in is not made, and that is reported', async () => {
    const { evidenceId } = (await desk.send(await photo().jpeg().toBuffer())).body;
    desk.tamper(evidenceId, 40);
    await copies();
    expect((await fileIn(evidenceId)).copy).toMatchObject({ state: 'none', reason: 'altered' });
    const report = (await desk.get('/custody-report')).body.items.find(
      (each: { evidenceId: string }) => each.evidenceId === evidenceId,
    );
    expect(report.checks).toEqual([expect.objectContaining({ ok: false, fault: 'altered', by: null })]);
  });

  it('is what the board gets in place of the picture, where there is one', async () => {
    const { id: jurisdictionId } = redress.jurisdiction;
    const { staffId } = await redress.staff('board_member');
    // Not by the guard here, so by the rows: of a case on whose panel they do not sit there is nothing to look at.
    await sitOnPanel(redress.database.owner, jurisdictionId, desk.complaintId, staffId);
    const member = { kind: 'staff', jurisdictionId, staffId, roles: ['board_member'] } as const;
    const look = async (file: Buffer, name: string) => {
      const { evidenceId } = (await desk.send(file, undefined, name)).body;
      const before = await redress.app
        .get(OpenFile)
        .run(member, desk.complaintId, evidenceId)
        .then(() => 'given', codeOf);
      await copies();
      const after = await redress.app
        .get(OpenFile)
        .run(member, desk.complaintId, evidenceId)
        .then(() => 'given', codeOf);
      return [before, after];
    };
    const codeOf = (error: { code: string }): string => error.code;
    expect(await look(taken, 'a.jpg')).toEqual(['copy-instead', 'copy-instead']);
    expect(await look(heicOf(4_032, 3_024), 'a.heic')).toEqual(['copy-instead', 'given']);
    expect(await look(Buffer.from('He pushed me.'), 'a.txt')).toEqual(['given', 'given']);
  });

  it('is walled as the file is', async () => {
    const { evidenceId } = (await desk.send(await photo().jpeg().toBuffer())).body;
    await copies();
    expect((await copyOf(evidenceId, await redress.staff('records'))).status).toBe(403);
    const supervisor = await redress.staff('supervisor');
    expect((await copyOf(evidenceId, supervisor)).status).toBe(200);
    await cases.step(desk.complaintId, 'recusals', { reason: 'relation_to_party' }, supervisor);
    expect((await copyOf(evidenceId, supervisor)).status).toBe(404);
  });
});

describe('an expunged case', () => {
  it('leaves no copy: neither its row nor its bytes', async () => {
    const before = desk.stored().length;
    const own = new EvidenceDesk(redress, (await cases.accepted()).complaintId, cases.supervisor);
    await own.send(taken, undefined, 'a.jpg');
    await copies();
    expect(desk.stored()).toHaveLength(before + 2);
    await (await Expungement.by(redress, cases)).of(own.complaintId);
    expect(desk.stored()).toHaveLength(before);
    const { rows } = await redress.database.owner.query('SELECT FROM redress.evidence_copy WHERE complaint_id = $1', [
      own.complaintId,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('a maker of copies with a fault in it', () => {
  it('that leaves metadata is found out before its copy is kept', async () => {
    const copier = redress.app.get(PictureCopier);
    const { entry } = copier;
    for (const fault of ['copies-as-it-came', 'dies', 'says-nothing', 'goes-on']) {
      copier.seconds = fault === 'goes-on' ? -1.8 : 20;
      copier.entry = new URL(`../support/files/decoder-that-${fault}.mjs`, import.meta.url).pathname;
      const { evidenceId } = (await desk.send(taken, undefined, 'a.jpg')).body;
      await copies();
      const reason = fault === 'goes-on' ? 'too_slow' : 'undecodable';
      expect((await fileIn(evidenceId)).copy).toMatchObject({ state: 'none', reason });
    }
    Object.assign(copier, { entry, seconds: 20 });
  });
});
