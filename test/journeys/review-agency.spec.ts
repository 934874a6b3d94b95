import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PNG } from '../evidence/evidence-desk.js';
import { Agency } from '../support/agency.js';
import { reviewCharter } from '../support/agency-charters.js';
import { CaseStory } from '../support/case-story.js';
import { REVIEWED } from '../support/journey-histories.js';
import { releaseOf } from '../support/release-of-agency.js';

const [FORCE, WORDS] = ['unreasonable_force by 118', 'discourtesy by 118'];
const ALL = { bea: 'yes', ben: 'yes', bob: 'yes' };
const SEATED = { present: ['bea', 'ben', 'bob'], noticeHours: 72 };

let agency: Agency;
let story: CaseStory;
beforeAll(async () => {
  agency = await Agency.open(reviewCharter, '2026-04-06T10:00:00-05:00', {
    ...{ ines: 'intake', sam: 'supervisor', rhea: 'investigator', dana: 'director', clara: 'clerk' },
    ...{ bea: 'board_member', ben: 'board_member', bob: 'board_member' },
  });
});
afterAll(() => agency.stop());

const item = () => ({ title: 'A file of internal affairs', closed: true, legalBasis: '54957', complaintId: story.id });

describe('a board that reviews', () => {
  it('takes in a finished file of internal affairs, and writes to who complained there in their language', async () => {
    story = await CaseStory.takenIn(agency, 'ines', {
      ...{ channel: 'internal_affairs', incidentOn: '2025-11-20', language: 'es', privacy: 'police_not_public' },
      narrative: 'File IA-2025-311, closed on 30 March: he was pulled out of his car.',
      complainant: { name: 'Rosa Delgado', contact: '12 Elm Street', roles: ['victim'] },
    });
    const words = await story.sendsLetter('ines', 'acknowledgement', {}, 'mail');
    expect(words).toContain('Estimado/a Rosa Delgado:');
    expect(words).toContain('Recibimos su queja el 6 de abril de 2026');
    await story.does('ines', 'screening', { decision: 'accept', tests: [{ test: 'within_mandate', answer: 'yes' }] });
    await story.does('sam', 'classifications', { classification: 'file_review' });
    expect(await story.clocks('sam')).toEqual([
      'acknowledgement met on 2026-04-06, due 2026-04-13',
      'investigation running due 2026-10-03',
    ]);
    const { stage, nextExpected } = await story.mine();
    expect([stage, nextExpected]).toEqual(['Accepted', { label: 'Review by a supervisor', on: '2026-10-03' }]);
  });

  it('writes down what the department found as the department’s, beside what its own reader finds', async () => {
    await story.does('sam', 'assignments', { staffId: agency.id('rhea') });
    const officerId = await agency.officer('sam', { badgeNumber: '118', name: 'Officer Stone' });
    const { complaintOfficerId } = await story.does('rhea', 'officers', { officerId });
    for (const category of ['unreasonable_force', 'discourtesy'])
      await story.does('rhea', 'allegations', { complaintOfficerId, category });
    const { evidenceId } = await story.uploads('rhea', { title: 'File IA-2025-311', original: 'false' }, PNG);
    const on = { evidenceIds: [evidenceId] };
    await story.finds('rhea', 'department', FORCE, 'exonerated', on);
    await story.finds('rhea', 'department', WORDS, 'unfounded', on);
    await story.finds('rhea', 'investigator', FORCE, 'not_sustained', on);
    await story.finds('rhea', 'investigator', WORDS, 'unfounded', on);
    await story.does('rhea', 'draft-findings');
    await story.does('sam', 'reviews', { decision: 'approve' });
    await story.does('sam', 'send-to-board');
    expect(await story.findings('sam')).toEqual([
      `${WORDS}: department unfounded, investigator unfounded`,
      `${FORCE}: department exonerated, investigator not_sustained`,
    ]);
    const power = { what: 'All of it', recordKind: 'other', whom: 'Internal affairs' };
    expect((await story.tries('sam', 'subpoenas', power)).body.code).toBe('power-lacking');
    expect(await story.stage()).toBe('Before the board (Before the board, 2026-04-06)');
  });

  it('does not agree, and asks internal affairs for more work: its own clock runs on meanwhile', async () => {
    const { itemIds } = await agency.meeting([item()], SEATED);
    const asked = await agency.votes(itemIds[0] ?? '', { text: 'That the two witnesses be heard.' }, ALL);
    expect(asked).toMatchObject({ status: 'carried', yesVotes: 3, membersPresent: 3 });
    await story.does('sam', 'return-to-investigation');
    const answered = await story.refers('sam', 'internal_affairs', ['What the board asks', 'Names of the witnesses']);
    const statements = {
      what: 'Statements of both',
      recordKind: 'other',
      whom: 'Internal affairs',
      dueOn: '2026-05-15',
    };
    const request = await story.works('rhea', 'records-requests', statements);
    expect(await story.stage()).toBe('Being investigated (Records were asked for, 2026-04-09)');
    expect((await story.clocks('sam'))[1]).toBe('investigation running due 2026-10-03');
    await agency.wait(3);
    await answered('acknowledged');
    await agency.wait(27);
    await request({ to: 'received', on: '2026-05-09' });
    await answered('replied', 'Both were heard; the force was not needed.');
    expect((await story.reads('sam')).referrals).toMatchObject([
      {
        sentOn: '2026-04-09',
        answers: [
          { kind: 'acknowledged', on: '2026-04-12' },
          { kind: 'replied', on: '2026-05-09' },
        ],
      },
    ]);
    await story.finds('rhea', 'department', FORCE, 'not_sustained');
    await story.finds('rhea', 'investigator', FORCE, 'sustained');
    await story.does('rhea', 'draft-findings');
    await story.does('sam', 'reviews', { decision: 'approve' });
    await story.does('sam', 'send-to-board');
    expect((await story.clocks('sam'))[1]).toBe('investigation met on 2026-05-09, due 2026-10-03');
    expect(await story.stage()).toBe('Before the board (Before the board, 2026-05-09)');
  });

  it('decides otherwise than the department, and reports back', async () => {
    const { itemIds } = await agency.meeting([item()], SEATED);
    const force = await story.decided(itemIds[0] ?? '', FORCE, 'sustained', ALL);
    await story.decided(itemIds[0] ?? '', WORDS, 'unfounded', ALL);
    const suspension = { disciplineKind: 'suspension', disciplineDays: 5 };
    const { answerDueOn, answered } = await story.recommends(FORCE, force.id, suspension);
    expect(answerDueOn).toBe('2026-06-11');
    const told = await story.refers('sam', 'internal_affairs', ['The decision of the board']);
    await agency.wait(12);
    await told('acknowledged');
    const imposed = { kind: 'suspension', days: 3 };
    await answered({ answer: 'concur_in_part', reasons: 'No complaint before.', imposed });
    expect(await story.reads('clara', 'recommendations')).toMatchObject([
      { disciplineDays: 5, answers: [{ answer: 'concur_in_part', reasons: 'No complaint before.' }] },
    ]);
  });

  it('closes it, writes to who complained, and keeps what each had found', async () => {
    await story.does('dana', 'close', { disposition: 'decided' });
    expect(await story.findings('sam')).toEqual([
      `${WORDS}: department unfounded, investigator unfounded, board unfounded, final unfounded`,
      `${FORCE}: (department exonerated), (investigator not_sustained), department not_sustained, investigator sustained, board sustained, final sustained`,
    ]);
    expect(await story.disciplines('sam')).toEqual([
      `${FORCE}: recommended suspension 5 days, imposed suspension 3 days`,
    ]);
    expect(await story.reads('sam')).toMatchObject({
      closings: [{ reason: 'sustained', disposition: 'decided', closedBy: agency.id('dana') }],
      ...{ retentionClass: 'sustained', disposeAfter: '2041-05-24' },
    });
    const words = await story.sendsLetter('sam', 'disposition', { disposition: 'decidida por la junta' }, 'mail');
    expect(words).toContain('Su queja está cerrada: decidida por la junta.');
    expect(words).toContain('Unreasonable force: Sustained');
    expect((await story.reads('sam', 'letters')).items).toMatchObject([
      { template: 'acknowledgement', language: 'es', status: 'sent', steps: [{ way: 'mail', on: '2026-04-06' }] },
      { template: 'disposition', language: 'es', status: 'sent', steps: [{ way: 'mail', on: '2026-05-24' }] },
    ]);
    expect(await story.stage()).toBe('Closed (Closed, 2026-05-24)');
    expect(await story.history('dana')).toEqual(REVIEWED);
  });

  it('publishes it among others: what stands, what was recommended and what was imposed', async () => {
    const { rows } = await releaseOf(agency, 500);
    const ours = rows.filter(({ discipline_recommended }) => discipline_recommended !== '');
    const decided = { recommended_finding: 'sustained', finding: 'sustained', discipline_imposed: 'suspension' };
    expect(ours).toMatchObject([{ ...decided, discipline_recommended: 'suspension' }]);
    for (const trace of ['Delgado', 'Stone', story.caseNumber]) expect(JSON.stringify(rows)).not.toContain(trace);
  });
});
