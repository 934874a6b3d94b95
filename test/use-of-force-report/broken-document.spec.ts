import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { BulkDesk, type Format, TABLE, xmlOf } from './bulk-desk.js';
import { sampleReport } from './sample-report.js';
import { simpleMapping } from './simple-mapping.js';

let redress: TestApp;
let desk: BulkDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = new BulkDesk(redress);
});
afterAll(() => redress.stop());

describe('a document that is broken anywhere', () => {
  const two = [sampleReport('M-1'), sampleReport('M-2')];
  const json = JSON.stringify(two);
  const xml = `<reports>${two.map((each) => xmlOf(each, 'report')).join('')}</reports>`;
  const latin1 = (text: string) => Buffer.from(text.replace('Atlantic', 'Montréal'), 'latin1');
  const nested = `<reports><report>${'<a>'.repeat(50)}`;
  const bomb =
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><reports><report>&b;</report></reports>';
  const BROKEN: readonly [string, Format, string | Buffer, string][] = [
    ['a list that is cut off', 'json', json.slice(0, -30), 'document-cut-off'],
    ['a list without its end', 'json', json.slice(0, -1), 'document-cut-off'],
    [
      'a list with a wrong comma',
      'json',
      json.replace('},{"reportNumber"', '},,{"reportNumber"'),
      'document-malformed',
    ],
    ['a list with something after it', 'json', `${json}x`, 'document-malformed'],
    [
      'a list with a broken record',
      'json',
      json.replace('"reportNumber":"M-2"', '"reportNumber":M-2'),
      'document-malformed',
    ],
    ['a list with a NUL byte', 'json', json.replace('M-2', 'M\0-2'), 'document-malformed'],
    ['a list in another encoding', 'json', latin1(json), 'document-not-utf-8'],
    ['text', 'json', 'hello', 'document-malformed'],
    ['nothing', 'json', '', 'document-cut-off'],
    ['XML that is cut off', 'xml', xml.slice(0, -40), 'document-cut-off'],
    [
      'XML whose tags do not match',
      'xml',
      xml.replace('</report><report>', '</reports><report>'),
      'document-malformed',
    ],
    ['XML with a NUL byte', 'xml', xml.replace('M-2', 'M\0-2'), 'document-malformed'],
    ['XML in another encoding', 'xml', latin1(xml), 'document-not-utf-8'],
    ['XML with entities of its own', 'xml', bomb, 'document-type'],
    ['XML nested 50 deep', 'xml', nested, 'document-too-deep'],
    ['a table without its quotation mark', 'csv', TABLE.replace('"said ""so"""', '"said'), 'document-cut-off'],
    ['a table in another encoding', 'csv', latin1(TABLE), 'document-not-utf-8'],
    ['a table with a NUL byte', 'csv', TABLE.replace('A-2', 'A\0-2'), 'document-malformed'],
    [
      'a table without a header',
      'csv',
      TABLE.split('\n').slice(1).join('\n').replace('A-1,C-1', 'C-1,C-1'),
      'header-missing',
    ],
    ['a table without a column', 'csv', TABLE.replace('Report,', 'Number,'), 'missing-column'],
  ];

  // ASVS 5.0: V1.5.1
  it.each(BROKEN)('%s (%s) is refused, and nothing of it is stored', async (what, format, body, code) => {
    const { id, key } = await redress.department(`${what} PD`);
    await redress.request('PUT', '/api/v1/use-of-force-mappings/own', { as: key, body: simpleMapping() });
    const answer = await desk.send(key, format, body, '?mapping=own');
    expect([answer.status, answer.body.code]).toEqual([code === 'missing-column' ? 422 : 400, code]);
    expect(await desk.originals(id)).toEqual([]);
    const { rows } = await redress.database.owner.query(
      'SELECT count(*)::int AS n FROM redress.use_of_force_submission WHERE department_id = $1',
      [id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('is read so far that one record too long is told, and the others are taken', async () => {
    const { key } = await redress.department('Long PD');
    await redress.request('PUT', '/api/v1/use-of-force-mappings/own', { as: key, body: simpleMapping() });
    const long = 'x'.repeat(300_000);
    const told = JSON.stringify([sampleReport('L-1', { county: long }), sampleReport('L-2')]);
    const table = TABLE.replace('Atlantic', long);
    const document = `<reports><report><county>${long}</county></report>${xmlOf(sampleReport('L-3'), 'report')}</reports>`;
    for (const [format, body] of [
      ['json', told],
      ['csv', table],
      ['xml', document],
    ] as const) {
      const answer = await desk.send(key, format, body, '?mapping=own');
      expect([answer.status, answer.body.taken, answer.body.results[0].faults[0].code]).toEqual([
        200,
        1,
        'line-too-long',
      ]);
    }
  });
});
