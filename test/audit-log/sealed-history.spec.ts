import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Checkpoints, notesIn, openNote, ProveEvent, SealHistory, VerifyHistory } from '../../src/audit-log/index.js';
import { Clock } from '../../src/platform/clock.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { AuditLogSettings } from '../../src/platform/settings.js';
import { eventOf, happenIn } from '../support/happen-in.js';
import { heldBy, KINDS_OF_TAMPERING, tamperCampaign } from '../support/tampering.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let superuser: pg.Client;
let file: string;
let key: string;
beforeAll(async () => {
  redress = await TestApp.start(undefined, { auditLog: new AuditLogSettings('oversight.example/history', null) });
  file = join(redress.database.connections.dataDirectory, 'checkpoints.txt');
  Object.assign(redress.app.get(AuditLogSettings), { file });
  superuser = new pg.Client(connectionOptions(redress.database.ownerUrl));
  await superuser.connect();
  key = redress.app.get(Checkpoints).verifierKey();
});
afterAll(async () => {
  await superuser.end();
  await redress.stop();
});

const seal = () => redress.app.get(SealHistory).run();
const verify = (notes?: readonly string[]) => redress.app.get(VerifyHistory).run(notes);
const published = () => notesIn(readFileSync(file, 'utf8'));

const happen = (count: number, kind?: 'public') => happenIn(redress, count, kind);

describe('the history of all cases', () => {
  // ASVS 5.0: V11.6.1, V16.4.3
  it('is sealed: the checkpoint is public, signed, and appended to the operator’s file', async () => {
    await happen(60);
    await happen(40);
    const first = await seal();
    await happen(17);
    const second = await seal();
    expect([second.sealed, second.size]).toEqual([17, first.size + 17]);
    const { status, text, headers } = await redress.request('GET', '/transparency/checkpoint');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toBe(second.note);
    const told = await redress.request('GET', '/transparency/checkpoint-key');
    expect(openNote(text, told.text.trim())).toMatchObject({ origin: 'oversight.example/history', size: second.size });
    expect(published()).toEqual([first.note, second.note]);
    expect(await verify(published())).toMatchObject({
      sealed: second.size,
      checkpoints: 2,
      faults: [],
      faultsInAll: 0,
    });
  });

  it('seals nothing twice and publishes nothing anew when nothing happened', async () => {
    const before = published().length;
    const { sealed } = await seal();
    expect([sealed, published().length]).toEqual([0, before]);
  });

  it('seals each event once, however many write and seal at the same moment', async () => {
    const { size } = await seal();
    const writers = Array.from({ length: 20 }, () => happen(5));
    const sealers = Array.from({ length: 4 }, () => seal());
    await Promise.all([...writers, ...sealers]);
    expect((await seal()).size).toBe(size + 100);
    expect((await verify(published())).faults).toEqual([]);
  });

  it('seals what is told to the hour when that hour is over, so that the tree tells no minute', async () => {
    const [subjectId] = await happen(1, 'public');
    await seal();
    const eventId = await eventOf(superuser, subjectId);
    await expect(redress.app.get(ProveEvent).run(eventId)).rejects.toMatchObject({ status: 404 });
    expect((await verify()).faults).toEqual([]);
    const later = new Date(Date.now() + 3_600_000);
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(later);
    expect((await seal()).sealed).toBe(1);
    clock.mockRestore();
    expect((await redress.app.get(ProveEvent).run(eventId)).event[1]).toBe(eventId);
  });

  it('orders a checkpoint’s leaves by hash: who came first stands nowhere in the tree', async () => {
    const { size } = await seal();
    await happen(30);
    await seal();
    const { rows } = await superuser.query<{ hash: Buffer }>(
      'SELECT hash FROM audit_log.leaf WHERE seq >= $1 ORDER BY seq',
      [size],
    );
    const hashes = rows.map(({ hash }) => hash.toString('hex'));
    expect(hashes).toHaveLength(30);
    expect(hashes).toEqual([...hashes].sort());
  });
});

describe('whoever has all rights over the database', () => {
  // ASVS 5.0: V16.4.2
  it('is found out in each of the ways to tamper, against what was published', async () => {
    const notes = published();
    const plan = { client: superuser, verifierKey: key, notes, tries: 3 * KINDS_OF_TAMPERING, seed: 20261126 };
    expect(await tamperCampaign(plan)).toEqual([]);
    expect((await verify(notes)).faults).toEqual([]);
  });

  it('goes unseen without the published checkpoints when an older state is put back whole (why they are published)', async () => {
    const plan = { client: superuser, verifierKey: key, notes: [], tries: 3 * KINDS_OF_TAMPERING, seed: 20261126 };
    const unseen = await tamperCampaign(plan);
    expect(unseen).not.toEqual([]);
    expect(new Set(unseen.map((line) => line.replace(/^try \d+: /, '')))).toEqual(
      new Set(['everything dropped', 'the last checkpoint taken away, and its events']),
    );
  });

  it('is named with the place: the number of the event, or the size of the checkpoint', async () => {
    await superuser.query('BEGIN');
    await superuser.query(`SET LOCAL session_replication_role = 'replica'`);
    await superuser.query(
      `UPDATE redress.history_event SET action = 'complaint.other' WHERE id = (SELECT event_id FROM audit_log.leaf WHERE seq = 5)`,
    );
    expect((await heldBy(superuser, key, [])).faults).toEqual([{ code: 'event-changed', at: '5' }]);
    await superuser.query('ROLLBACK');
  });

  it('and takes an event away before it was sealed: it is missed all the same', async () => {
    const [subjectId] = await happen(1);
    const eventId = await eventOf(superuser, subjectId);
    await superuser.query('BEGIN');
    await superuser.query(`SET LOCAL session_replication_role = 'replica'`);
    await superuser.query('DELETE FROM redress.history_event WHERE id = $1', [eventId]);
    expect((await heldBy(superuser, key, [])).faults).toEqual([{ code: 'waiting-without-event', at: eventId }]);
    await superuser.query('ROLLBACK');
    await seal();
  });
});

describe('the application itself', () => {
  // ASVS 5.0: V16.4.2
  it('cannot rewrite leaves or checkpoints, nor switch their guards off', async () => {
    const app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
    await app.connect();
    for (const statement of [
      `UPDATE audit_log.leaf SET hash = sha256('x')`,
      'DELETE FROM audit_log.leaf',
      'TRUNCATE audit_log.leaf',
      'DELETE FROM published.history_checkpoint',
      `UPDATE published.history_checkpoint SET note = 'x'`,
      'ALTER TABLE redress.history_event DISABLE TRIGGER await_seal',
      `SET session_replication_role = 'replica'`,
    ])
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });
});

describe('a proof', () => {
  const script = 'docs/verify-event.mjs';

  it('is checked by a script that shares nothing with the program, and refused when a word of it is altered', async () => {
    const { rows } = await superuser.query<{ id: string }>(
      'SELECT event_id AS id FROM audit_log.leaf WHERE seq IN (0, 7, 116) ORDER BY seq',
    );
    const path = join(redress.database.connections.dataDirectory, 'proof.json');
    expect(rows).toHaveLength(3);
    for (const { id } of rows) {
      const proof = await redress.app.get(ProveEvent).run(id);
      writeFileSync(path, JSON.stringify(proof));
      expect(execFileSync(process.execPath, [script, path, key], { encoding: 'utf8' })).toContain(`OK: event ${id}`);
    }
    const proof = await redress.app.get(ProveEvent).run(rows[1]?.id ?? '');
    const [first = '', ...others] = proof.path;
    const altered = [
      { ...proof, event: proof.event.with(5, 'complaint.other') },
      { ...proof, index: proof.index + 1 },
      { ...proof, path: others },
      { ...proof, path: [first, first, ...others] },
      { ...proof, checkpoint: proof.checkpoint.replace(/\n\d+\n/, '\n99999\n') },
    ];
    for (const told of altered) {
      writeFileSync(path, JSON.stringify(told));
      const { status, stdout } = spawnSync(process.execPath, [script, path, key], { encoding: 'utf8' });
      expect([status, stdout.slice(0, 7)]).toEqual([1, 'REFUSED']);
    }
  });
});
