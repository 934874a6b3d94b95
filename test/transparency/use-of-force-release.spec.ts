import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnactCharter, genericCharter } from '../../src/charter/index.js';
import { verifySeriesFiles } from '../../src/transparency/index.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

const STORY = 'bit the officer, as the only pastor on the block does';
let redress: TestApp;
let desk: ReleaseDesk;
let departmentId: string;
let asked: Asked;
let rows: Record<string, string>[];

interface Told {
  incident: string;
  status?: 'submitted' | 'accepted';
  officers?: string[];
  subjects?: { race: string; kind?: string; resistance?: string[] }[];
  /** officer, subject (from 1; 0 where the report does not say), force */
  force?: [officer: number, subject: number, type: string][];
}

/** As an import writes it: a report with its people and what was done by whom to whom. */
async function report({
  incident,
  status = 'accepted',
  officers = [randomUUID()],
  subjects = [{ race: 'black' }],
  force = [],
}: Told) {
  const { owner } = redress.database;
  const place = redress.jurisdiction.id;
  const id = randomUUID();
  await owner.query(
    `INSERT INTO redress.use_of_force_report (jurisdiction_id, id, department_id, charter_id, report_number, incident_number, occurred_on,
       county, status, submitted_at, original)
     SELECT $1, $2, $3, c.id, $4, $5, '2022-05-17', 'Essex', $6, now(), '{}' FROM redress.charter c WHERE c.jurisdiction_id = $1 AND c.version = 1`,
    [place, id, departmentId, `CANARY-REPORT-${id}`, incident, status],
  );
  for (const [at, { race, kind = 'person', resistance = ['passive'] }] of subjects.entries())
    await owner.query(
      `INSERT INTO redress.use_of_force_subject (jurisdiction_id, report_id, sequence, kind, age, race, gender, injured, resistance)
       VALUES ($1, $2, $3, $4, 34, $5, 'male', false, $6)`,
      [place, id, at + 1, kind, race, resistance],
    );
  for (const [at, officer] of officers.entries()) {
    await owner.query('INSERT INTO redress.officer (jurisdiction_id, id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      place,
      officer,
    ]);
    await owner.query(
      'INSERT INTO redress.use_of_force_officer (jurisdiction_id, report_id, sequence, officer_id) VALUES ($1, $2, $3, $4)',
      [...[place, id, at + 1, officer]],
    );
  }
  for (const [at, [officer, subject, type]] of force.entries())
    await owner.query(
      `INSERT INTO redress.force_application (jurisdiction_id, report_id, sequence, officer_sequence, subject_sequence, force_type)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [place, id, at + 1, officer || null, subject || null, type],
    );
}

beforeAll(async () => {
  redress = await TestApp.start({ ...genericCharter, publication: { ...genericCharter.publication, k: 5 } });
  desk = await ReleaseDesk.open(redress);
  departmentId = (await redress.department('Newark PD')).id;
  for (let i = 0; i < 30; i++) await report({ incident: `CANARY-INCIDENT-${i}`, force: [[1, 1, 'take_down']] });
  // Six incidents that two officers report on, each in a report of their own: twelve rows, six incidents.
  for (let i = 30; i < 36; i++)
    for (const type of ['strike', 'baton']) await report({ incident: `CANARY-INCIDENT-${i}`, force: [[1, 1, type]] });
  // Five reports that say who did what to whom; five that do not.
  const two = { officers: [randomUUID(), randomUUID()], subjects: [{ race: 'black' }, { race: 'black' }] };
  for (let i = 40; i < 45; i++)
    await report({
      incident: `CANARY-INCIDENT-${i}`,
      ...two,
      force: [
        [1, 1, 'canine'],
        [2, 2, 'other'],
      ],
    });
  for (let i = 50; i < 55; i++)
    await report({
      incident: `CANARY-INCIDENT-${i}`,
      ...two,
      force: [
        [0, 0, 'vehicle'],
        [0, 0, 'strike'],
      ],
    });
  await report({
    incident: 'CANARY-TOLD',
    subjects: [{ race: 'black', resistance: [STORY, 'passive'] }],
    force: [[1, 1, 'take_down']],
  });
  await report({
    incident: 'CANARY-DOG',
    subjects: [{ race: 'black', kind: 'animal' }],
    force: [[1, 1, 'firearm_discharged']],
  });
  await report({ incident: 'CANARY-WAITING', status: 'submitted', force: [[1, 1, 'firearm_pointed']] });
  asked = await desk.published('use-of-force');
  rows = readCsv(readFileSync(desk.path(asked), 'utf8'));
});
afterAll(() => redress.stop());

const withForce = (types: string) => rows.filter((row) => row.force_types === types);

describe('the use-of-force dataset', () => {
  it('counts several officers’ reports on one incident as one', async () => {
    const { manifest } = await desk.show(asked);
    expect(manifest.input).toEqual({ rows: 30 + 12 + 10 + 20 + 1, units: 30 + 6 + 5 + 5 + 1 });
    expect(new Set([...withForce('strike'), ...withForce('baton')].map((row) => row.incident)).size).toBe(6);
    expect((await desk.verify(await desk.built('use-of-force'))).body).toMatchObject({ ok: true, k: 5 });
  });

  it('pairs an officer with those on whom they used force, and everybody where the report does not say', () => {
    expect(withForce('canine')).toHaveLength(5);
    expect(withForce('other')).toHaveLength(5);
    expect(withForce('strike; vehicle')).toHaveLength(20);
  });

  it('holds nothing that was not accepted, and no animal', () => {
    expect([...withForce('firearm_pointed'), ...withForce('firearm_discharged')]).toEqual([]);
    expect(rows.filter((row) => row.force_types === 'take_down')).toHaveLength(31);
  });

  it('lets no free text through, and no number of a report or incident', () => {
    const text = readFileSync(desk.path(asked), 'utf8');
    expect(text).not.toContain('pastor');
    expect(text).not.toContain('CANARY');
    expect(rows.filter((row) => row.resistance === 'other; passive')).toHaveLength(1);
  });

  it('names officers by one pseudonym each', () => {
    expect(new Set(withForce('canine').map((row) => row.officer)).size).toBe(1);
    expect(rows.every((row) => /^[0-9a-f]{16}$/.test(row.officer ?? ''))).toBe(true);
  });
});

describe('the use-of-force dataset in epochs', () => {
  it('shows a report that comes alone when enough are with it, and tells nobody of fewer than k', async () => {
    const datasets = { 'use-of-force': { epoch: 'year' as const } };
    const document = { ...genericCharter, publication: { ...genericCharter.publication, k: 5, datasets } };
    const actor = { kind: 'system', jurisdictionId: redress.jurisdiction.id } as const;
    await redress.app.get(EnactCharter).run(actor, { effectiveFrom: '2020-01-01', document });
    const incidents = async (): Promise<number> => {
      const released = await desk.published('use-of-force');
      out.push(dirname(desk.path(released)));
      return new Set(readCsv(readFileSync(desk.path(released), 'utf8')).map((row) => row.incident)).size;
    };
    const out: string[] = [];
    const shown = [await incidents()];
    for (let later = 0; later < 2; later++) {
      const many = later === 0 ? 1 : 4;
      for (let i = 0; i < many; i++) await report({ incident: `LATER-${later}-${i}`, force: [[1, 1, 'take_down']] });
      shown.push(await incidents());
    }
    expect(shown.map((count) => count - shown[0]!)).toEqual([0, 0, 5]);
    expect(await verifySeriesFiles(out)).toMatchObject([{ ok: true, releases: 3, epochs: 1 }]);
  });
});
