import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ReleaseWorker } from '../../src/transparency/index.js';
import { CANARIES, cityCharter } from '../support/generated-complaints.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
let asked: Asked;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 1_500);
  asked = await desk.request();
  // As if a first worker had been killed while it wrote.
  mkdirSync(join(dirname(dirname(desk.path(asked))), `.unfinished.${asked.id}.killed`), { recursive: true });
  await redress.app.get(ReleaseWorker).start();
});
afterAll(() => redress.stop());

async function builtByTheWorker(): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const { status } = await desk.show(asked);
    if (status !== 'requested') return status;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return 'still requested';
}

/** Signature of a complaint → its complaints, from the file's text alone: what a reader can group by. */
function signatures(rows: Record<string, string>[], names: readonly string[]): Map<string, Set<string>> {
  const byComplaint = Map.groupBy(rows, (row) => row.complaint ?? '');
  const classes = new Map<string, Set<string>>();
  for (const [complaint, own] of byComplaint) {
    const signature = own
      .map((row) => names.map((name) => row[name]).join('|'))
      .sort()
      .join('\n');
    classes.set(signature, (classes.get(signature) ?? new Set()).add(complaint));
  }
  return classes;
}

describe('a release, from the request to the reader', () => {
  it('is built by the worker from the job that the request left', async () => {
    expect(asked.version).toBe('1.0.0');
    expect(await builtByTheWorker()).toBe('built');
    expect(readdirSync(dirname(dirname(desk.path(asked))))).toEqual(['1.0.0']);
  });

  it('is invisible until it is published', async () => {
    for (const rest of ['', '/rows', '/rows.csv', '/releases/1.0.0/data.csv', '/releases/1.0.0/manifest.json'])
      expect((await redress.request('GET', desk.address(asked, rest))).status).toBe(404);
    expect((await redress.request('GET', '/api/v1/datasets')).body).toEqual({ datasets: [] });
  });

  it('is verified, approved by two, published, and read', async () => {
    const proof = await desk.verify(asked);
    expect(proof.body).toMatchObject({ ok: true, violationCount: 0, counted: 'subjects' });
    expect(proof.body.k).toBeGreaterThanOrEqual(11);
    expect((await desk.approve(asked)).body).toEqual({ approvals: 1, needed: 2 });
    expect((await desk.approve(asked, desk.director)).body).toEqual({ approvals: 2, needed: 2 });
    expect((await desk.publish(asked)).status).toBe(201);
    const { body } = await redress.request('GET', desk.address(asked, '/rows?limit=3'));
    expect(body).toMatchObject({ dataset: 'complaint-allegations', release: '1.0.0' });
    expect(body.rows).toHaveLength(3);
  });

  it('is the same file for the reader as for those who approved it', async () => {
    const { text } = await redress.request('GET', desk.address(asked, '/releases/1.0.0/data.csv'));
    expect(text).toBe(readFileSync(desk.path(asked), 'utf8'));
  });

  it('leaves no complaint alone: a naive recount finds at least k behind every signature', async () => {
    const { text } = await redress.request('GET', desk.address(asked, '/rows.csv'));
    const { manifest } = await desk.show(asked);
    const names = manifest.columns
      .filter((c: { role: string }) => c.role === 'quasi-identifier')
      .map((c: { name: string }) => c.name);
    const rows = readCsv(text);
    const sizes = [...signatures(rows, names).values()].map((complaints) => complaints.size);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect(Math.min(...sizes)).toBe(manifest.engine.smallestClass);
    expect(rows).toHaveLength(manifest.input.rows - manifest.suppressed.rows);
    const [{ count }] = (await redress.database.owner.query('SELECT count(*)::int FROM redress.allegation')).rows;
    expect(manifest.input.rows).toBe(count);
    expect(manifest.suppressed.shareOfUnits).toBeLessThanOrEqual(0.1);
  });

  it('carries no name, no case number, no source key and no id of a case', async () => {
    const files = ['data.csv', 'manifest.json', 'dictionary.json', 'dictionary.csv'].map((file) =>
      readFileSync(desk.path(asked, file), 'utf8'),
    );
    for (const canary of Object.values(CANARIES)) expect(files.filter((text) => text.includes(canary))).toEqual([]);
    const { rows } = await redress.database.owner.query(
      'SELECT id::text FROM redress.complaint UNION SELECT id::text FROM redress.officer',
    );
    const data = files[0] ?? '';
    expect(rows.filter(({ id }) => data.includes(id) || data.includes(id.replaceAll('-', '').slice(0, 16)))).toEqual(
      [],
    );
  });

  it('does not show the order in which complaints came in', () => {
    const complaints = readCsv(readFileSync(desk.path(asked), 'utf8')).map((row) => row.complaint ?? '');
    expect(complaints).toEqual([...complaints].sort());
  });

  it('tells staff how it differs from the one before, and keeps who did what', async () => {
    const next = await desk.built();
    const { difference, version } = await desk.show(next);
    expect(version).toBe('1.0.1');
    expect(difference).toEqual({ version: '1.0.0', rows: 0, units: 0, suppressedRows: 0, suppressedUnits: 0 });
    const { rows } = await redress.database.owner.query(
      `SELECT action, actor_kind FROM redress.history_event WHERE subject_id = $1 ORDER BY at`,
      [asked.id],
    );
    expect(rows.map(({ action, actor_kind }) => `${actor_kind} ${action}`)).toEqual([
      'staff release.request',
      'system release.build',
      'staff release.verify',
      'staff release.approve',
      'staff release.approve',
      'staff release.publish',
    ]);
  });

  it('has other pseudonyms than the release before', async () => {
    const next = await desk.built();
    const keys = (release: Asked) =>
      new Set(readCsv(readFileSync(desk.path(release), 'utf8')).flatMap((row) => [row.complaint, row.officer]));
    const former = keys(asked);
    expect([...keys(next)].filter((key) => former.has(key))).toEqual([]);
  });
});
