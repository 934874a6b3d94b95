import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseBuilder, created, done } from '../complaint/case-builder.js';
import type { SignedIn, TestApp } from '../support/test-app.js';
import { IncidentDesk, note, NOTHING, NOWHERE } from './incident-desk.js';

const COMPARTMENT = ['incident_compartment', 'incident_finding', 'incident_material'];
let desk: IncidentDesk;
let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
let everything: SignedIn;
let complaintId: string;
let incidentId: string;
beforeAll(async () => {
  desk = await IncidentDesk.open();
  ({ redress, cases, director, everything, complaintId } = desk);
});
afterAll(() => redress.stop());

describe('a team', () => {
  it('is of the charter’s roles, of different people, none of whom works on the case', async () => {
    const refused = (team: object[]): Promise<string> => desk.refusal(director, '', desk.called({ team }));
    const withOne = (staffId: string): Promise<string> => refused([...desk.seats(), { staffId, role: 'legal' }]);
    expect(await refused(desk.seats().slice(1))).toBe('422 invalid, /team role-unfilled');
    expect(await withOne(cases.investigator.staffId)).toBe('422 invalid, /team/3/staffId on-the-case');
    expect(await withOne(director.staffId)).toBe('422 invalid, /team/3/staffId on-team-by-oneself');
    expect(await withOne(complaintId)).toBe('422 invalid, /team/3/staffId no-such-staff');
    expect(await desk.refusal(cases.supervisor, '', desk.called())).toBe('403 not-allowed');
    expect(await desk.refusal(director, '', desk.called({ complaintId: NOWHERE }))).toBe('404 not-found');
    expect(await desk.refusal(director, '', desk.called({ reportId: NOWHERE }))).toBe('404 not-found');
    incidentId = created(await desk.post(director, '', desk.called())).id;
    const { rows } = await redress.database.owner.query<{ id: string }>('SELECT id FROM redress.assignment');
    const assignment = { staffId: desk.team[1].staffId, reason: 'He knows the place.', replaces: rows[0]!.id };
    expect((await cases.step(complaintId, 'assignments', assignment)).body.code).toBe('on-incident-team');
    expect(await cases.actions(complaintId)).toContain('incident-review.convene');
  });
});

describe('the compartment', () => {
  it('opens to the team alone: not to who convened it, nor to every other permission together', async () => {
    const [chair, sworn] = desk.team;
    expect(await desk.refusal(chair, `/${incidentId}/materials`, { ...note, topic: 'policy' })).toBe(
      '422 not-on-agenda',
    );
    const made = await Promise.all([chair, sworn].map((who) => desk.post(who, `/${incidentId}/materials`, note)));
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    created(
      await desk.post(sworn, `/${incidentId}/findings`, { topic: 'tactics', text: 'Cover was there, and not used.' }),
    );
    const { items } = (await desk.get(sworn, `/${incidentId}/materials`)).body;
    expect(items).toMatchObject([note, note]);
    expect(items.map(({ addedBy }: { addedBy: string }) => addedBy).sort()).toEqual(
      [chair.staffId, sworn.staffId].sort(),
    );
    for (const outsider of [everything, director, cases.supervisor]) {
      const shown = await desk.get(outsider, `/${incidentId}`);
      expect(shown.body).toMatchObject({ status: 'convened', agenda: [{ topic: 'tactics', findings: [] }, {}] });
      const read = await desk.get(outsider, `/${incidentId}/materials`);
      expect([read.status, read.body.code]).toEqual([404, 'not-found']);
      const missing = await desk.get(outsider, `/${NOWHERE}/materials`);
      expect({ ...read.body, id: null }).toEqual({ ...missing.body, id: null });
      expect(`${shown.text}${read.text}`).not.toMatch(/Quillfeather|Cover/);
      expect(await desk.refusal(outsider, `/${incidentId}/materials`, note)).toBe('404 not-found');
      expect(await desk.refusal(outsider, `/${incidentId}/findings`, { topic: 'tactics', text: 'x' })).toBe(
        '404 not-found',
      );
      expect(await desk.refusal(outsider, `/${incidentId}/conclusion`)).toBe('404 not-found');
      const recommended = { kind: 'training', addressedTo: 'Chief', title: 'Cover', text: 'Train it.' };
      expect(await desk.refusal(outsider, `/${incidentId}/recommendations`, recommended)).toBe('404 not-found');
      expect(await desk.seenBy(outsider.staffId)).toEqual(NOTHING);
    }
    // Nor to a job of the system's, which runs as nobody.
    expect(await desk.seenBy('')).toEqual(NOTHING);
    expect(await desk.seenBy(chair.staffId)).toEqual({ keys: 1, materials: 2, findings: 1 });
    const { rows } = await redress.database.owner.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM redress.incident_material WHERE position('Quillfeather'::bytea IN words_cipher) > 0`,
    );
    expect(rows).toEqual([{ open: 0 }]);
    const { rows: kept } = await redress.database.owner.query<{ number: number }>(
      'SELECT count(*)::int AS number FROM redress.policy_recommendation',
    );
    expect(kept).toEqual([{ number: 0 }]);
    expect(await cases.actions(complaintId)).toContain('incident-review.read-material');
  });

  it('is shut by the database, and would be seen open without it (planted)', async () => {
    const drop = (table: string): string => `DROP POLICY team_only ON redress.${table}`;
    expect(await desk.seenBy(everything.staffId, drop('incident_material'))).toEqual({ ...NOTHING, materials: 2 });
    expect(await desk.seenBy(everything.staffId, drop('incident_compartment'))).toEqual({ ...NOTHING, keys: 1 });
    const early = 'DROP POLICY team_until_concluded ON redress.incident_finding';
    expect(await desk.seenBy(everything.staffId, early)).toEqual({ ...NOTHING, findings: 1 });
    // And nobody lets themself in: onto the team, back onto it, or as if the case were being erased.
    const here = [redress.jurisdiction.id, incidentId, everything.staffId];
    const INTO = `INSERT INTO redress.incident_team (jurisdiction_id, id, review_id, staff_id, role, from_at)
      VALUES ($1, gen_random_uuid(), $2, $3, 'legal', now())`;
    expect(await desk.attempt(everything.staffId, INTO, here)).toBe('42501');
    expect(await desk.attempt(director.staffId, INTO, here)).toBeNull();
    const back = 'UPDATE redress.incident_team SET until_at = NULL';
    expect(await desk.attempt(everything.staffId, back, [])).toBe('42501');
    const erasing = 'INSERT INTO redress.erasure_in_hand VALUES ($1, $2)';
    expect(await desk.attempt(everything.staffId, erasing, here.slice(0, 2))).toBe('42501');
    const { rows } = await redress.database.owner.query<{ table: string }>(
      `SELECT DISTINCT polrelid::regclass::text AS table FROM pg_policy WHERE polname LIKE 'team\\_%' AND NOT polpermissive ORDER BY 1`,
    );
    expect(rows.map(({ table }) => table)).toEqual(COMPARTMENT.map((table) => `redress.${table}`));
  });

  it('is shut to who leaves the team, and to who is recused from the case, at once', async () => {
    const [, , leaving] = desk.team;
    const { team: members } = (await desk.get(director, `/${incidentId}`)).body;
    const { memberId } = members.find(({ staffId }: { staffId: string }) => staffId === leaving.staffId);
    expect((await desk.get(leaving, `/${incidentId}/materials`)).status).toBe(200);
    done(await desk.post(director, `/${incidentId}/team/${memberId}/end`));
    expect((await desk.get(leaving, `/${incidentId}/materials`)).status).toBe(404);
    expect(await desk.seenBy(leaving.staffId)).toEqual(NOTHING);
    const another = await redress.staff('auditor');
    created(await desk.post(director, `/${incidentId}/team`, { staffId: another.staffId, role: 'community' }));
    expect(await desk.refusal(director, `/${incidentId}/team`, { staffId: another.staffId, role: 'legal' })).toBe(
      '409 on-team-already',
    );
    expect((await desk.get(another, `/${incidentId}/materials`)).status).toBe(200);
    created(await cases.step(complaintId, 'recusals', { staffId: another.staffId, reason: 'financial_interest' }));
    for (const path of [`/${incidentId}`, `/${incidentId}/materials`])
      expect((await desk.get(another, path)).status).toBe(404);
    expect((await desk.get(another, '')).body.items).toEqual([]);
    expect(await desk.seenBy(another.staffId)).toEqual(NOTHING);
  });
});

describe('what comes of a review', () => {
  it('is a finding on every topic, read by others from then on, and recommendations in the tracker', async () => {
    const [chair] = desk.team;
    const recommended = {
      kind: 'training',
      addressedTo: 'Chief of Police',
      title: 'Cover',
      text: 'Train the use of cover.',
    };
    const { id, number } = created(await desk.post(chair, `/${incidentId}/recommendations`, recommended));
    expect(number).toBe(1);
    expect(await desk.refusal(chair, `/${incidentId}/conclusion`)).toBe('409 topics-open');
    created(
      await desk.post(chair, `/${incidentId}/findings`, { topic: 'medical_aid', text: 'Aid came in two minutes.' }),
    );
    const ends = await Promise.all([1, 2].map(() => desk.refusal(chair, `/${incidentId}/conclusion`)));
    expect(ends.sort()).toEqual(['204', '409 review-ended']);
    expect(await desk.refusal(chair, `/${incidentId}/materials`, note)).toBe('409 review-ended');
    const shown = await desk.get(cases.supervisor, `/${incidentId}`);
    expect(shown.body).toMatchObject({
      ...{ status: 'concluded', recommendations: [id] },
      agenda: [
        { findings: [{ text: 'Cover was there, and not used.' }] },
        { findings: [{ text: 'Aid came in two minutes.' }] },
      ],
    });
    expect(shown.text).not.toContain('Quillfeather');
    expect((await desk.get(cases.supervisor, `/${incidentId}/materials`)).status).toBe(404);
    expect(await desk.seenBy(cases.supervisor.staffId)).toEqual({ ...NOTHING, findings: 2 });
    const url = `/api/v1/policy-recommendations/${id}`;
    const inTracker = await redress.request('GET', url, { as: cases.supervisor.token });
    expect(inTracker.body).toMatchObject({ title: 'Cover', status: 'awaiting_answer', public: false, basis: [] });
    expect(inTracker.text).not.toContain(incidentId);
  });

  it('may be nothing: a team is dissolved; an incident without a case has no wall but the team', async () => {
    const other = created(await desk.post(director, '', desk.called({ complaintId: null }))).id;
    created(await desk.post(desk.team[0], `/${other}/materials`, note));
    expect(await desk.refusal(everything, `/${other}/materials`, note)).toBe('404 not-found');
    done(await desk.post(director, `/${other}/dissolution`));
    expect((await desk.get(desk.team[0], `/${other}/materials`)).body.items).toMatchObject([note]);
  });

  it('dies with the case: nobody opens what was said in confidence about a case that is expunged', async () => {
    const records = await redress.staff('records');
    const order = { authority: 'court_order', reference: 'Order 12' };
    const asked = created(
      await redress.request('POST', `/api/v1/complaints/${complaintId}/expungements`, {
        as: records.token,
        body: order,
      }),
    );
    const decision = { expungementId: asked.expungementId, approve: true };
    done(
      await redress.request('POST', `/api/v1/complaints/${complaintId}/expungement-decision`, {
        as: director.token,
        body: decision,
      }),
    );
    const { rows } = await redress.database.owner.query(
      `SELECT (SELECT max(length(key_cipher)) FROM redress.incident_compartment WHERE complaint_id = $1) AS key,
              (SELECT max(length(words_cipher)) FROM redress.incident_material WHERE complaint_id = $1) AS words,
              (SELECT max(length(words_cipher)) FROM redress.incident_finding WHERE complaint_id = $1) AS findings,
              (SELECT length(occasion_cipher) FROM redress.incident_review WHERE complaint_id = $1) AS occasion`,
      [complaintId],
    );
    expect(rows).toEqual([{ key: 0, words: 0, findings: 0, occasion: 0 }]);
    expect((await desk.get(desk.team[0], `/${incidentId}/materials`)).body.code).toBe('case-unreadable');
    expect((await desk.get(cases.supervisor, `/${incidentId}`)).body.occasion).toBe('(erased)');
  });
});
