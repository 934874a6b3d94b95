import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EstablishJurisdiction, genericCharter } from '../../src/charter/index.js';
import { hourOf } from '../../src/shared/hour.js';
import { TestApp } from '../support/test-app.js';
import { created, faults } from './case-builder.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

const narrative = 'Two officers stopped me for nothing and would not give their names.';
const file = (body: object, headers?: Record<string, string>) =>
  redress.request('POST', '/api/v1/jurisdictions/riverton/complaints', { body, ...(headers ? { headers } : {}) });
const rows = async (sql: string, ...values: unknown[]) => (await redress.database.owner.query(sql, values)).rows;

describe('POST /api/v1/jurisdictions/:jurisdiction/complaints', () => {
  it('answers with a case number, a receipt code and where to use it', async () => {
    const { status, body } = await file({ narrative, anonymous: true });
    expect(status).toBe(201);
    expect(body.caseNumber).toMatch(/^\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
    expect(body.receiptCode).toMatch(/^([0-9A-Z]{7}-){3}[0-9A-Z*~$=]{6}$/);
    expect(body.follow).toEqual({ address: '/api/v1/jurisdictions/riverton/my-complaint', header: 'Redress-Receipt' });
    expect(Object.keys(body)).toEqual(['caseNumber', 'receiptCode', 'follow']);
  });

  // ASVS 5.0: V14.2.2
  it('leaves nothing on the way back that could mark the caller', async () => {
    const { headers } = await file({ narrative, anonymous: true }, { cookie: 'a=b', 'user-agent': 'canary-agent' });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('etag');
  });

  it('keeps of an anonymous filing no time finer than the hour, in no column and no id', async () => {
    const before = hourOf(new Date());
    const body = {
      narrative,
      anonymous: true,
      complainant: { race: 'black', ageAtIncident: 30 },
      allegations: ['bias', 'property'],
    };
    const { caseNumber } = created(await file(body));
    const [{ id, received_at }] = await rows(
      'SELECT id, received_at FROM redress.complaint WHERE case_number = $1',
      caseNumber,
    );
    expect([before.getTime(), hourOf(new Date()).getTime()]).toContain(received_at.getTime());
    const ids = await rows(
      `SELECT 'complaint' AS place, id, NULL::timestamptz AS at FROM redress.complaint WHERE id = $1
       UNION ALL SELECT 'person', id, NULL FROM redress.complaint_person WHERE complaint_id = $1
       UNION ALL SELECT 'officer', id, NULL FROM redress.complaint_officer WHERE complaint_id = $1
       UNION ALL SELECT 'allegation', id, NULL FROM redress.allegation WHERE complaint_id = $1
       UNION ALL SELECT 'receipt', id, NULL FROM redress.receipt WHERE complaint_id = $1
       UNION ALL SELECT 'history', id, at FROM redress.history_event WHERE complaint_id = $1`,
      id,
    );
    expect(ids.map((row) => row.place)).toEqual([
      'complaint',
      'person',
      'officer',
      'allegation',
      'allegation',
      'receipt',
      'history',
    ]);
    for (const row of ids) {
      // The first 48 bits of a UUIDv7 are its time in milliseconds.
      expect(parseInt(row.id.replaceAll('-', '').slice(0, 12), 16)).toBe(received_at.getTime());
      if (row.at) expect(row.at).toEqual(received_at);
    }
  });

  it('keeps the hour alone when staff take in an anonymous call too', async () => {
    const { token } = await redress.staff('intake');
    const body = { narrative, anonymous: true, channel: 'phone' };
    const { complaintId } = created(await redress.request('POST', '/api/v1/complaints', { as: token, body }));
    const [event] = await rows(
      'SELECT id, at, actor_kind FROM redress.history_event WHERE complaint_id = $1',
      complaintId,
    );
    expect(event.actor_kind).toBe('staff');
    expect(event.at).toEqual(hourOf(event.at));
    expect(parseInt(event.id.replaceAll('-', '').slice(0, 12), 16)).toBe(event.at.getTime());
  });

  it('keeps the time of a complaint with a name, and the name sealed', async () => {
    const complainant = { name: 'Rosa Delgado', contact: '555-0134', gender: 'female' };
    const { caseNumber } = created(await file({ narrative, complainant, incidentOn: '2026-01-31', district: '007' }));
    const [row] = await rows(
      `SELECT c.anonymous, c.kind, c.channel, c.status, c.incident_on::text, c.district, p.roles, p.gender,
              length(p.name_cipher) AS name FROM redress.complaint c
         JOIN redress.complaint_person p ON p.complaint_id = c.id WHERE case_number = $1`,
      caseNumber,
    );
    expect(row).toEqual({
      anonymous: false,
      kind: 'complaint',
      channel: 'web',
      status: 'filed',
      incident_on: '2026-01-31',
      district: '007',
      roles: ['complainant'],
      gender: 'female',
      name: 'Rosa Delgado'.length + 29,
    });
  });

  it.each([
    [
      'anonymous and named at once',
      { anonymous: true, complainant: { name: 'Rosa' } },
      ['/anonymous anonymous-with-name'],
    ],
    [
      'anonymous with a telephone number',
      { anonymous: true, complainant: { contact: '555' } },
      ['/anonymous anonymous-with-name'],
    ],
    ['neither anonymous nor named', {}, ['/complainant nobody-named']],
    ['an incident in the future', { anonymous: true, incidentOn: '2099-01-01' }, ['/incidentOn in-the-future']],
    ['a channel that the charter does not know', { anonymous: true, channel: 'pigeon' }, ['/channel not-in-charter']],
    [
      'a race that the charter does not know',
      { anonymous: true, complainant: { race: 'martian' } },
      ['/complainant/race not-in-charter'],
    ],
    ['an unknown category', { anonymous: true, allegations: ['bias', 'rudeness'] }, ['/allegations/1 not-in-charter']],
    [
      'a commendation that alleges something',
      { anonymous: true, kind: 'commendation', allegations: ['bias'] },
      ['/allegations commendation-alleges-nothing'],
    ],
    [
      'no narrative',
      { anonymous: true, narrative: undefined },
      ['/narrative is-length', '/narrative is-string', '/narrative matches'],
    ],
    ['a narrative of blanks', { anonymous: true, narrative: ' \n ' }, ['/narrative matches']],
    ['a narrative that is too long', { anonymous: true, narrative: 'x'.repeat(20_001) }, ['/narrative is-length']],
    ['a date that is none', { anonymous: true, incidentOn: '2026-02-30' }, ['/incidentOn is-iso8601']],
    ['an address where a code belongs', { anonymous: true, district: '12 Main Street' }, ['/district matches']],
    [
      "a field of the case that is not the person's to set",
      { anonymous: true, status: 'closed' },
      ['/status unknown-field'],
    ],
  ])('refuses %s, and says where', async (_what, body, expected) => {
    const answer = await file({ narrative, ...body });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('invalid');
    expect(faults(answer)).toEqual(expected);
  });

  it('takes null for left out', async () => {
    const nothing = { name: null, contact: null, race: null };
    created(
      await file({
        narrative,
        anonymous: true,
        incidentOn: null,
        place: null,
        complainant: nothing,
        allegations: null,
      }),
    );
    created(await file({ narrative, anonymous: true, complainant: null }));
  });

  it('takes a commendation', async () => {
    const { caseNumber } = created(await file({ narrative, kind: 'commendation', complainant: { name: 'Rosa' } }));
    expect(await rows('SELECT kind FROM redress.complaint WHERE case_number = $1', caseNumber)).toEqual([
      { kind: 'commendation' },
    ]);
  });

  it('is not there for a jurisdiction that is not there', async () => {
    const { status } = await redress.request('POST', '/api/v1/jurisdictions/nowhere/complaints', {
      body: { narrative, anonymous: true },
    });
    expect(status).toBe(404);
  });
});

describe('a charter without anonymous complaints', () => {
  it('refuses them, and says what to do instead', async () => {
    const intake = { ...genericCharter.intake, anonymousAccepted: false };
    const strict = { slug: 'named', name: 'Named', timeZone: 'UTC', charter: { ...genericCharter, intake } };
    await redress.app.get(EstablishJurisdiction).run(strict);
    const body = { narrative, anonymous: true };
    const answer = await redress.request('POST', '/api/v1/jurisdictions/named/complaints', { body });
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(['/anonymous anonymous-not-accepted']);
  });
});
