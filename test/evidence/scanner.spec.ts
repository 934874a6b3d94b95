import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { CopyPictures, ScanFile, SweepUploads } from '../../src/evidence/index.js';
import { EvidenceSettings } from '../../src/platform/settings.js';
import { CaseBuilder } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { EvidenceDesk, PNG } from './evidence-desk.js';

/** A clamd that knows one piece of malice: what stands in it, framed as INSTREAM frames it, is looked for. */
const MALICE = 'EICAR-STANDARD';
let server: Server;
let redress: TestApp;
let desk: EvidenceDesk;
let answers = true;

beforeAll(async () => {
  server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      if (!heard.subarray(-4).equals(Buffer.alloc(4))) return;
      if (!answers) socket.destroy();
      else socket.end(heard.includes(MALICE) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  redress = await TestApp.start(undefined, {
    evidence: new EvidenceSettings(null, 2 ** 30, { host: '127.0.0.1', port }),
  });
  const cases = await CaseBuilder.open(redress);
  const { complaintId } = await cases.accepted();
  desk = new EvidenceDesk(redress, complaintId, cases.supervisor);
});
afterAll(async () => {
  await redress.stop();
  server.close();
});

const scan = (itemId: string) =>
  redress.app.get(ScanFile).run({ jurisdictionId: redress.jurisdiction.id, complaintId: desk.complaintId, itemId });
const stateOf = async (evidenceId: string): Promise<string> =>
  (await desk.get()).body.items.find((each: { evidenceId: string }) => each.evidenceId === evidenceId).file.state;

describe('where a scanner is set', () => {
  // ASVS 5.0: V5.4.3
  it('a file waits in quarantine until it was found clean', async () => {
    const { evidenceId } = (await desk.send(PNG)).body;
    expect(await stateOf(evidenceId)).toBe('quarantined');
    expect(await desk.content(evidenceId)).toMatchObject({ status: 409, code: 'evidence-quarantined' });
    expect(await scan(evidenceId)).toBe('clean');
    expect(await desk.content(evidenceId)).toMatchObject({ status: 200 });
  });

  // ASVS 5.0: V5.4.3
  it('a file in which something malicious is found is never given out', async () => {
    const { evidenceId } = (await desk.send(Buffer.concat([PNG, Buffer.from(MALICE)]))).body;
    expect(await scan(evidenceId)).toBe('infected');
    expect(await desk.content(evidenceId)).toMatchObject({ status: 409, code: 'evidence-infected' });
  });

  it('a picture has no copy before it was found clean', async () => {
    const { evidenceId } = (await desk.send(PNG)).body;
    const copied = async (): Promise<boolean> => {
      await redress.app.get(CopyPictures).run(redress.jurisdiction.id);
      const { items } = (await desk.get()).body;
      const { file } = items.find((each: { evidenceId: string }) => each.evidenceId === evidenceId);
      return file.copy.state !== 'waiting';
    };
    expect(await copied()).toBe(false);
    await scan(evidenceId);
    expect(await copied()).toBe(true);
  });

  // ASVS 5.0: V16.5.2, V16.5.3
  it('a scanner that gives no verdict leaves the file where it is', async () => {
    const { evidenceId } = (await desk.send(PNG)).body;
    answers = false;
    await expect(scan(evidenceId)).rejects.toThrow();
    answers = true;
    expect(await stateOf(evidenceId)).toBe('quarantined');
  });

  it('a job is waiting for it from the moment it is on record', async () => {
    const { evidenceId } = (await desk.send(PNG)).body;
    const { rows } = await redress.database.owner.query<{ item: string }>(
      `SELECT data ->> 'itemId' AS item FROM jobs.job WHERE name = 'scan-evidence'`,
    );
    expect(rows.map(({ item }) => item)).toContain(evidenceId);
  });
});

describe('what an upload left behind that ended with the machine', () => {
  it('is removed after a day, and what is on record is not', async () => {
    const kept = (await desk.send(PNG)).body.evidenceId;
    const lost = (await desk.send(PNG)).body.evidenceId;
    const { owner } = redress.database;
    // As a power cut leaves it: the object is there, and no row names it.
    await owner.query(`ALTER TABLE redress.evidence_file DISABLE TRIGGER append_only`);
    await owner.query('DELETE FROM redress.evidence_file WHERE item_id = $1', [lost]);
    await owner.query(`ALTER TABLE redress.evidence_file ENABLE TRIGGER append_only`);
    await owner.query(`UPDATE redress.evidence_upload SET settled = false, begun_at = begun_at - interval '2 days'`);
    expect(await redress.app.get(SweepUploads).run(redress.jurisdiction.id)).toBe(1);
    expect(desk.stored().map((path) => path.slice(-36))).toContain(kept);
    expect(desk.stored().map((path) => path.slice(-36))).not.toContain(lost);
  });
});
