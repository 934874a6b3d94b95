import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agency } from '../support/agency.js';
import { auditCharter } from '../support/agency-charters.js';
import { CaseStory } from '../support/case-story.js';
import { AUDITED } from '../support/journey-histories.js';
import { published } from '../support/release-of-agency.js';
import { linesOf, sampleReport } from '../use-of-force-report/sample-report.js';

let agency: Agency;
let story: CaseStory;
let pattern: CaseStory;
beforeAll(async () => {
  agency = await Agency.open(auditCharter, '2026-06-01T10:00:00-05:00', {
    ...{ ines: 'intake', mona: 'supervisor', otto: 'investigator', dana: 'director' },
  });
});
afterAll(() => agency.stop());

/** The department's report, as its records system sends it. */
const shots = (over: object = {}) =>
  sampleReport('R-77', {
    ...{ incidentNumber: '26-1177', occurredOn: '2026-05-30' },
    force: [{ officer: 1, subject: 1, forceType: 'firearm_discharged', effective: true }],
    ...over,
  });

describe('a monitor', () => {
  it('sends a report of force back for what is missing, and takes it when it is whole', async () => {
    const nobody = shots().subjects.map(({ injured: _, injuries: __, ...subject }) => subject);
    const { id } = await agency.reports('POST', '', shots({ subjects: nobody }), { 'idempotency-key': 'report-R-77' });
    const review = `/use-of-force-reports/${id}/review`;
    await agency.does('mona', review, { decision: 'return', reasons: 'Say who was injured.' });
    const returned = await agency.reports('GET', `/mine/${id}`);
    expect(returned).toMatchObject({ status: 'returned', returnReason: 'Say who was injured.' });
    await agency.reports('PUT', `/mine/${id}`, shots(), { 'if-match': `"${returned.version}"` });
    await agency.does('mona', review, { decision: 'accept' });
    const { status, reviews } = await agency.reads('mona', `/use-of-force-reports/${id}`);
    expect([status, reviews.map(({ decision }: { decision: string }) => decision)]).toEqual([
      'accepted',
      ['return', 'accept'],
    ]);
  });

  it('opens a case on the notification although nobody complains, and writes to the family', async () => {
    story = await CaseStory.takenIn(agency, 'ines', {
      ...{ channel: 'force_notification', incidentOn: '2026-05-30' },
      narrative: 'Shots fired at a car; the department reports it as R-77.',
    });
    await story.does('ines', 'screening', { decision: 'accept', tests: [{ test: 'within_mandate', answer: 'yes' }] });
    await story.does('mona', 'classifications', { classification: 'notification' });
    await story.does('mona', 'assignments', { staffId: agency.id('otto') });
    const family = { roles: ['victim'], name: 'Nia Fields', contact: '8 Oak Street' };
    const { personId } = await story.does('otto', 'people', family);
    expect((await story.tries('otto', 'letters', { template: 'acknowledgement' })).body.errors).toMatchObject([
      { path: '/personId', code: 'nobody-to-write-to' },
    ]);
    const words = await story.sendsLetter('otto', 'acknowledgement', {}, 'mail', personId);
    expect(words).toContain('Dear Nia Fields,');
    expect(await story.clocks('mona')).toEqual([
      'copa_5_business_days met on 2026-06-01, due 2026-06-08',
      'copa_60_days_video running due 2026-07-29',
      'copa_18_months running due 2027-12-01',
    ]);
    expect(await story.stage()).toBe('Being investigated (Given to an investigator, 2026-06-01)');
  });

  it('watches: asks for the film, lets the clock stand while a prosecutor has it, sees it made public', async () => {
    const film = { what: 'All film', recordKind: 'body_worn_video', whom: 'City Police', dueOn: '2026-06-15' };
    const request = await story.works('otto', 'records-requests', film);
    const powerless = await story.tries('mona', 'subpoenas', film);
    expect([powerless.status, powerless.body.code]).toEqual([409, 'power-lacking']);
    await agency.wait(9);
    const toll = { rule: 'copa_60_days_video', ground: 'criminal', from: '2026-06-10', evidence: 'Letter of 10 June' };
    const { tollingId } = await story.does('mona', 'tollings', toll);
    expect((await story.clocks('mona'))[1]).toBe('copa_60_days_video tolled due 2026-07-30');
    await agency.wait(21);
    await story.does('mona', `tollings/${tollingId}/end`, { until: '2026-07-01' });
    await request({ to: 'received', on: '2026-07-01' });
    await agency.wait(40);
    await story.does('otto', 'events', { event: 'video_published', on: '2026-08-10' });
    expect((await story.clocks('mona'))[1]).toBe('copa_60_days_video met on 2026-08-10, due 2026-08-19');
    const { steps } = (await story.reads('mona', 'deadlines')).items[1];
    expect(steps.map(({ days }: { days: number }) => days)).toEqual([0, 60, 0, 21]);
    expect(await story.work('otto')).toEqual(['records_request: received 2026-07-01']);
  });

  it('opens a case of its own over the pattern, and recommends a policy without any board', async () => {
    pattern = await CaseStory.takenIn(agency, 'ines', {
      ...{ channel: 'self_initiated', narrative: 'Shots at cars: five in a year.' },
    });
    await pattern.does('ines', 'screening', { decision: 'accept' });
    await pattern.does('mona', 'classifications', { classification: 'notification' });
    await pattern.does('mona', 'links', { linkedComplaintId: story.id, kind: 'related', reason: 'It is the fifth.' });
    const policy = { kind: 'policy', text: 'No shots at moving cars.', addressedTo: 'Chief of Police' };
    const { id, answerDueOn } = await pattern.does('dana', 'recommendations', policy);
    expect(answerDueOn).toBe('2026-10-09');
    await agency.wait(30);
    const answer = { answer: 'concur_in_part', reasons: 'From January.' };
    await pattern.does('dana', `recommendations/${id}/answers`, answer);
    expect(await pattern.reads('dana', 'recommendations')).toMatchObject([
      { motionId: null, kind: 'policy', answers: [{ ...answer, answeredAt: expect.stringMatching(/^2026-09-09/) }] },
    ]);
    expect(await pattern.stage()).toBe('Accepted (Accepted, 2026-08-10)');
  });

  it('closes both and has found on nobody', async () => {
    for (const each of [story, pattern]) await each.does('dana', 'close', { reason: 'administrative' });
    expect(await story.reads('mona')).toMatchObject({
      ...{ status: 'closed', allegations: [], links: [{ caseNumber: pattern.caseNumber, outgoing: false }] },
      closings: [{ reason: 'administrative', disposeAfter: '2031-09-09', retentionClass: 'not_sustained' }],
    });
    expect(await story.stage()).toBe('Closed (Closed, 2026-09-09)');
    expect(await story.history('dana')).toEqual(AUDITED);
    expect(await pattern.history('dana')).toEqual([
      'ines: complaint.file, complaint.screen',
      'mona: complaint.classify, complaint.link',
      'dana: recommendation.send, chief-answer.record, complaint.close',
    ]);
  });

  it('publishes the force of the year, without the one incident that everybody would know', async () => {
    const others = Array.from({ length: 150 }, (_, at) =>
      sampleReport(`B-${at}`, { incidentNumber: `B-${at}`, occurredOn: '2026-04-04' }),
    );
    const headers = { 'idempotency-key': 'many-reports', 'content-type': 'application/x-ndjson' };
    expect(await agency.reports('POST', '/bulk', linesOf(others), headers)).toMatchObject({ taken: 150, rejected: 0 });
    await agency.redress.database.owner.query(`UPDATE redress.use_of_force_report SET status = 'accepted'`);
    const { manifest, rows } = await published(agency, 'use-of-force');
    expect(manifest.suppressed.units).toBe(1);
    expect(new Set(rows.map(({ force_types }) => force_types))).toEqual(new Set(['take_down', 'electronic_control']));
  });
});
