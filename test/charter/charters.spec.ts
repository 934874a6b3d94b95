import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { CaseBuilder } from '../complaint/case-builder.js';
import { type SignedIn, TestApp } from '../support/test-app.js';

let redress: TestApp;
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  director = await redress.staff('director');
});
afterAll(async () => redress.stop());

const enact = (document: object, effectiveFrom = '2020-01-01', as: SignedIn = director) =>
  redress.request('POST', '/api/v1/charters', { as: as.token, body: { effectiveFrom, document } });
const read = (address: string) => redress.request('GET', `/api/v1/${address}`);
const current = async (): Promise<string> => (await read('jurisdictions/riverton')).body.charterId;

describe('a charter', () => {
  it('is public, and so is every version and what changed between them', async () => {
    const first = await current();
    expect((await read(`charters/${first}`)).body).toMatchObject({ jurisdiction: 'riverton', version: 1 });

    const clocks = { chiefAnswerDays: 21 };
    const findings = [
      ...genericCharter.findings,
      { code: 'training_failure', label: 'Training failure', genericClass: 'sustained' },
    ];
    const enacted = await enact({ ...genericCharter, clocks, findings });
    expect(enacted.body.version).toBe(2);
    expect(await current()).toBe(enacted.body.id);

    const { body } = await read('jurisdictions/riverton/charters');
    expect(
      body.items.map(({ version, effectiveFrom }: { version: number; effectiveFrom: string }) => [
        version,
        effectiveFrom,
      ]),
    ).toEqual([
      [2, '2020-01-01'],
      [1, '1900-01-01'],
    ]);
    expect((await read(`charters/${first}/changes-to/${enacted.body.id}`)).body.items).toEqual([
      { path: '/clocks/chiefAnswerDays', before: 30, after: 21 },
      { path: '/findings/training_failure', after: findings.at(-1) },
    ]);
  });

  it('names a publisher for catalogues, in a form that catalogues take', async () => {
    const publication = {
      ...genericCharter.publication,
      catalogue: { contact: { name: 'Data desk', email: 'nobody' } },
    };
    const { status, body } = await enact({ ...genericCharter, publication }, '2019-01-01');
    expect([status, body.errors[0].path]).toEqual([422, '/publication/catalogue/contact/email']);
  });

  it('stays with a case that was opened under it', async () => {
    const cases = await CaseBuilder.open(redress);
    const { complaintId, allegationIds } = await cases.investigated();
    const { findings, ...rest } = genericCharter;
    await enact({ ...rest, findings: findings.filter(({ code }) => code !== 'unfounded') }, '2021-01-01');
    await cases.find(complaintId, allegationIds[0]!, 'unfounded');

    const later = await cases.investigated();
    const body = { allegationId: later.allegationIds[0], stage: 'investigator', finding: 'unfounded', reasons: 'No.' };
    expect((await cases.step(later.complaintId, 'findings', body, cases.investigator)).status).toBe(422);
  });

  it('is refused when it does not hold together, with each fault’s place', async () => {
    const broken = { ...genericCharter, voting: { ...genericCharter.voting, panelQuorum: 9 } };
    const { status, body } = await enact(broken, '2022-01-01');
    expect(status).toBe(422);
    expect(body.code).toBe('charter-refused');
    expect(body.errors).toEqual([
      { path: '/voting/panelQuorum', code: 'charter-fault', message: 'voting.panelQuorum is larger than the panel' },
    ]);
  });

  it.each<[string, object, string]>([
    ['a list where a word belongs', { title: [] }, '/title'],
    [
      'a clock without a unit',
      { deadlines: { calendar: genericCharter.deadlines.calendar, rules: [{ code: 'x' }] } },
      '/deadlines/rules/0',
    ],
    ['a member that nobody knows', { intake: { ...genericCharter.intake, fee: 5 } }, '/intake'],
  ])('is refused in the wrong form: %s', async (_, change, place) => {
    const { status, body } = await enact({ ...genericCharter, ...change }, '2022-01-01');
    expect(status).toBe(422);
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toContain(
      `${place} charter-form`,
    );
  });

  it('begins after the last one', async () => {
    const { status, body } = await enact(genericCharter, '2019-12-31');
    expect([status, body.code]).toEqual([409, 'charter-too-early']);
  });

  it('is not in force before its day', async () => {
    const before = await current();
    await enact(genericCharter, '2999-01-01');
    expect(await current()).toBe(before);
  });

  it('is enacted by who may', async () => {
    expect((await enact(genericCharter, '3000-01-01', await redress.staff('investigator'))).status).toBe(403);
  });

  it('that is not there is not found', async () => {
    for (const address of [
      'charters/nothing',
      'charters/018f0000-0000-7000-8000-000000000001',
      'jurisdictions/nowhere/charters',
    ])
      expect((await read(address)).status).toBe(404);
  });
});
