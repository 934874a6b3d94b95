import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  type CharterDocument,
  EnactCharter,
  EstablishJurisdiction,
  type PublicationTerms,
} from '../../src/charter/index.js';
import { CANARIES, cityCharter } from '../support/generated-complaints.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

const charterWith = (publication: PublicationTerms): CharterDocument => ({ ...cityCharter(6), publication });
const rules = (terms: NonNullable<PublicationTerms['datasets']>[string]): PublicationTerms => ({
  ...{ k: 5, suppressionLimit: 0.9 },
  datasets: { 'complaint-allegations': terms },
});
const raceAsItIs = rules({
  k: 7,
  suppressionLimit: 0.2,
  asItIs: ['complainant_race'],
  models: [
    { type: 'distinct-l', attribute: 'finding', l: 2 },
    { type: 't-closeness', attribute: 'complainant_race', t: 0.3, distance: 'equal' },
  ],
});

let redress: TestApp;
let desk: ReleaseDesk;
let day = 1;
beforeAll(async () => {
  redress = await TestApp.start(charterWith(raceAsItIs));
  desk = await ReleaseDesk.open(redress, 600);
});
afterAll(() => redress.stop());

/** A new version of the charter, in force at once. */
async function enact(publication: PublicationTerms): Promise<void> {
  const actor = { kind: 'system', jurisdictionId: redress.jurisdiction.id } as const;
  const effectiveFrom = `2020-01-${String(day++).padStart(2, '0')}`;
  await redress.app.get(EnactCharter).run(actor, { effectiveFrom, document: charterWith(publication) });
}
const rowsOf = (asked: Asked) => readCsv(readFileSync(desk.path(asked), 'utf8'));

/** Cells of rows that a reader cannot tell apart: of one signature, and alike. */
function cells(rows: Record<string, string>[], known: readonly string[]): Record<string, string>[][] {
  const tuple = (row: Record<string, string>): string => known.map((name) => row[name]).join('|');
  const byCase = Map.groupBy(rows, (row) => row.complaint ?? '');
  const signature = (row: Record<string, string>): string =>
    (byCase.get(row.complaint ?? '') ?? []).map(tuple).sort().join('\n');
  return [...Map.groupBy(rows, (row) => `${signature(row)}\n\n${tuple(row)}`).values()];
}

describe('a release under the charter’s demands', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await desk.built();
  });

  it('says in its manifest what it promises, and against which shares', async () => {
    const { manifest } = await desk.show(asked);
    const [diversity, closeness] = manifest.demands;
    expect(diversity).toEqual({ type: 'distinct-l', attribute: 'finding', l: 2 });
    expect(closeness).toMatchObject({ type: 't-closeness', attribute: 'complainant_race', t: 0.3 });
    const shares = Object.values(closeness.overall as Record<string, number>).reduce((sum, share) => sum + share, 0);
    expect(shares).toBeCloseTo(1, 3);
    expect(manifest).toMatchObject({ k: 7, suppressionLimit: 0.2 });
    expect(manifest.columns.find(({ name }: { name: string }) => name === 'complainant_race').role).toBe('sensitive');
  });

  it('keeps them, counted naively: two findings or more wherever rows look alike, and races as everywhere', async () => {
    const { manifest } = await desk.show(asked);
    const known = manifest.columns.flatMap(({ name, role }: { name: string; role: string }) =>
      role === 'quasi-identifier' ? [name] : [],
    );
    const rows = rowsOf(asked);
    const { overall } = manifest.demands[1];
    let farthest = 0;
    for (const cell of cells(rows, known)) {
      expect(new Set(cell.map((row) => row.finding)).size).toBeGreaterThanOrEqual(2);
      const share = (race: string) => cell.filter((row) => row.complainant_race === race).length / cell.length;
      const distance = Object.keys(overall).reduce((sum, race) => sum + Math.abs(share(race) - overall[race]) / 2, 0);
      farthest = Math.max(farthest, distance);
    }
    expect(farthest).toBeLessThanOrEqual(0.3 + 1e-3);
    expect(farthest).toBeGreaterThan(0.05);
    expect(new Set(rows.map((row) => row.complainant_race))).toEqual(new Set(Object.keys(overall)));
    expect((await desk.verify(asked)).body).toMatchObject({ ok: true });
  });

  it('tells those who approve it of whom more was left out, in the report that is published with it', async () => {
    const { report, manifest } = await desk.show(asked);
    expect(report).toMatchObject({ dataset: 'complaint-allegations', k: { asked: 7 } });
    expect(report.suppressed.units).toBe(manifest.suppressed.units);
    const told = report.suppression.map(({ name }: { name: string }) => name);
    expect(told).toEqual(expect.arrayContaining(['complainant_race', 'place', 'finding']));
    expect(readFileSync(desk.path(asked, 'report.html'), 'utf8')).toMatch(/^<!doctype html>[^]*Race/);
  });

  it('shows those who approve it what was asked for', async () => {
    const { spec, manifest } = await desk.show(asked);
    expect(spec.columns.map(({ name }: { name: string }) => name)).toEqual(
      manifest.columns.map(({ name }: { name: string }) => name),
    );
    expect(spec.source).toMatch(/FROM redress\.allegation/);
  });

  it('lists every file with its hash', async () => {
    const { manifest } = await desk.show(asked);
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      ...['data.csv', 'data.csv.gz', 'data.jsonl', 'data.parquet', 'data.xlsx'],
      ...[
        'dictionary.json',
        'dictionary.csv',
        'datapackage.json',
        'data.csv-metadata.json',
        'diff.json',
        'CHANGELOG.md',
      ],
      ...['CITATION.cff', 'CITATION.md', 'report.json', 'report.html', 'SHA256SUMS'],
    ]);
    expect(manifest.files[0].sha256).toBe(manifest.file.sha256);
  });
});

describe('officers whom the charter names', () => {
  const names = (rows: Record<string, string>[]) => [...new Set(rows.map((row) => row.officer_identity ?? ''))];

  it('stand by name, and k complainants are behind whatever is said of each of them', async () => {
    await enact(rules({ officers: { identity: 'named', exceptions: [] } }));
    const asked = await desk.built();
    const rows = rowsOf(asked);
    expect(names(rows).filter((name) => name.startsWith(CANARIES.name)).length).toBeGreaterThan(3);
    const { manifest } = await desk.show(asked);
    expect(manifest.officers).toEqual(['Officers are named.']);
    const known = manifest.columns.flatMap(({ name, role }: { name: string; role: string }) =>
      role === 'quasi-identifier' ? [name] : [],
    );
    expect(known).toContain('officer_identity');
    for (const cell of cells(rows, known))
      expect(new Set(cell.map((row) => row.complaint)).size).toBeGreaterThanOrEqual(5);
    expect((await desk.verify(asked)).body).toMatchObject({ ok: true });
  });

  it('have the same pseudonym in two releases where it is to be stable, and another where it is not', async () => {
    await enact(rules({ officers: { identity: 'stable-pseudonym', exceptions: [] } }));
    const [one, other] = [rowsOf(await desk.built()), rowsOf(await desk.built())];
    expect(names(one).sort()).toEqual(names(other).sort());
    expect(names(one).length).toBeGreaterThan(3);
    const keys = new Set(one.map((row) => row.officer));
    expect(other.filter((row) => keys.has(row.officer))).toEqual([]);
  });

  it('have no column at all when they are to be absent', async () => {
    await enact(rules({ officers: { identity: 'absent', exceptions: [] } }));
    const [row] = rowsOf(await desk.built());
    expect(Object.keys(row ?? {}).filter((name) => name.startsWith('officer'))).toEqual([]);
  });
});

describe('rules that a dataset cannot follow', () => {
  it.each<[string, NonNullable<PublicationTerms['datasets']>[string], string]>([
    [
      'a column that is not there',
      { asItIs: ['shoe_size'], models: [{ type: 't-closeness', attribute: 'shoe_size', t: 0.3, distance: 'equal' }] },
      'asItIs/0',
    ],
    [
      'demands of a column that is made coarser',
      { models: [{ type: 'distinct-l', attribute: 'complainant_race', l: 2 }] },
      'models/0/attribute',
    ],
    ['demands of a pseudonym', { models: [{ type: 'distinct-l', attribute: 'officer', l: 2 }] }, 'models/0/attribute'],
    ['a weight of what is not weighed', { weights: { finding: 2 } }, 'weights/finding'],
  ])('are refused when a release is asked for: %s', async (_, terms, place) => {
    await enact(rules(terms));
    const { body } = await redress.request('POST', '/api/v1/releases', {
      as: desk.clerk.token,
      body: { dataset: 'complaint-allegations' },
    });
    expect(body).toMatchObject({ status: 422, code: 'release-rules-refused' });
    expect(body.errors.map(({ path }: { path: string }) => path)).toContain(
      `/publication/datasets/complaint-allegations/${place}`,
    );
  });

  it.each<[string, object]>([
    ['race published as it is under nothing', { asItIs: ['complainant_race'] }],
    ['a k of three', { k: 3 }],
    ['a demand of no kind', { models: [{ type: 'hope', attribute: 'finding' }] }],
    ['a word that is no rule', { secret: true }],
  ])('are not enacted: %s', async (_, terms) => {
    await expect(enact(rules(terms))).rejects.toMatchObject({ code: 'charter-refused', status: 422 });
    const place = { slug: `other-${day}`, name: 'Other', timeZone: 'UTC', charter: charterWith(rules(terms)) };
    await expect(redress.app.get(EstablishJurisdiction).run(place)).rejects.toMatchObject({ code: 'charter-refused' });
  });
});
