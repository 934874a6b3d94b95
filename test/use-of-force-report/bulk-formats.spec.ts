import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { BulkDesk, TABLE, xmlOf } from './bulk-desk.js';
import { linesOf, sampleReport } from './sample-report.js';
import { simpleMapping } from './simple-mapping.js';

let redress: TestApp;
let desk: BulkDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = new BulkDesk(redress);
});
afterAll(() => redress.stop());

describe('POST /api/v1/use-of-force-reports/bulk', () => {
  it('reads a list and XML as it reads lines, to the value', async () => {
    const told = ['R-1', 'R-2'].map((number) => sampleReport(number, { county: 'A & B <C>' }));
    const [lines, json, xml] = await Promise.all(
      ['lines PD', 'json PD', 'xml PD'].map((name) => redress.department(name)),
    );
    expect((await desk.send(lines!.key, 'lines', linesOf(told))).body).toMatchObject({ taken: 2, rejected: 0 });
    expect((await desk.send(json!.key, 'json', JSON.stringify(told, null, 2))).body).toMatchObject({
      taken: 2,
      rejected: 0,
    });
    const document = `<?xml version="1.0" encoding="UTF-8"?>\n<reports>${told.map((each) => xmlOf(each, 'report')).join('\n')}</reports>`;
    const answer = await desk.send(xml!.key, 'xml', document);
    expect([answer.status, answer.body]).toMatchObject([200, { taken: 2, rejected: 0, results: [] }]);
    const stored = await desk.originals(lines!.id);
    expect(stored).toEqual(told);
    expect(await desk.originals(json!.id)).toEqual(stored);
    // An empty list and nothing are the same in XML.
    expect(await desk.originals(xml!.id)).toEqual(
      JSON.parse(JSON.stringify(told).replaceAll('"injuries":[]', '"injuries":null')),
    );
  });

  it("reads a department's own table by its mapping: columns, lists, words, placeholders; what it does not read is told", async () => {
    const { id, key } = await redress.department('Table PD');
    expect((await desk.send(key, 'csv', TABLE, '?mapping=own')).body.code).toBe('no-such-mapping');
    const put = await redress.request('PUT', '/api/v1/use-of-force-mappings/own', { as: key, body: simpleMapping() });
    expect([put.status, put.body.version]).toEqual([200, 1]);
    expect((await desk.send(key, 'csv', TABLE)).body.code).toBe('mapping-missing');
    const { body } = await desk.send(key, 'csv', TABLE, '?mapping=own');
    expect(body).toMatchObject({ received: 2, taken: 2, rejected: 0, unknownColumns: ['Remark'] });
    expect(body.warnings).toMatchObject([
      { line: 2, reportNumber: 'A-1', warnings: [{ path: '/force/2/forceType', code: 'word-not-mapped' }] },
    ]);
    expect(await desk.originals(id)).toEqual([
      {
        reportNumber: 'A-1',
        incidentNumber: 'C-1',
        occurredOn: '2026-03-04',
        occurredHour: 23,
        municipality: 'Riverton',
        county: 'Atlantic',
        weather: ['Rain', 'Fog'],
        subjects: [
          { kind: 'person', age: 31, race: 'black', gender: 'male', injured: false },
          {
            kind: 'person',
            age: { state: 'pending' },
            race: { state: 'unknown_final' },
            gender: 'female',
            injured: true,
          },
        ],
        officers: [{ badgeNumber: '0412', rank: 'Sergeant' }],
        force: [
          { officer: 1, subject: 1, forceType: 'take_down', effective: false },
          { officer: 1, subject: 1, forceType: 'electronic_control', effective: true },
          { officer: 1, subject: 2, forceType: 'other' },
        ],
      },
      {
        reportNumber: 'A-2',
        incidentNumber: 'C-2',
        occurredOn: '2025-12-24',
        occurredHour: 7,
        municipality: 'Lakeside',
        subjects: [{ kind: 'person', age: 40, race: 'white', gender: 'female', injured: false }],
        officers: [{ badgeNumber: '77', rank: 'Officer' }],
        force: [{ officer: 1, subject: 1, forceType: 'electronic_control', effective: true }],
      },
    ]);
  });

  it('keeps mappings in versions, and refuses one that cannot be followed, place by place', async () => {
    const { key } = await redress.department('Mapping PD');
    const put = (body: unknown) => redress.request('PUT', '/api/v1/use-of-force-mappings/own', { as: key, body });
    const versions = [simpleMapping(), simpleMapping(), simpleMapping({ value: 'Atlantic' })];
    const answers = [];
    for (const version of versions) answers.push((await put(version)).body.version);
    expect(answers).toEqual([1, 1, 2]);
    const faulty = {
      ...simpleMapping(),
      groupBy: [],
      subjects: [{ from: 'rows', fields: { age: { as: 'age' } } }],
      extra: 1,
    };
    const { status, body } = await put(faulty);
    expect([status, body.code]).toEqual([422, 'mapping-faulty']);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      '/extra',
      '/groupBy',
      '/subjects/0/fields/age',
      '/subjects/0/fields/age/as',
      '/subjects/0/from',
    ]);
    const list = await redress.request('GET', '/api/v1/use-of-force-mappings', { as: key });
    expect(list.body.mappings.map(({ name, version }: { name: string; version: number }) => [name, version])).toEqual([
      ['own', 2],
    ]);
  });
});
