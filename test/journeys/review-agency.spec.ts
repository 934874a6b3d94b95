import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharterDocument, genericCharter } from '../../src/charter/index.js';
import { PNG } from '../evidence/evidence-desk.js';
import { Agency } from '../support/agency.js';
import { CaseStory } from '../support/case-story.js';
import { releaseOf } from '../support/release-of-agency.js';

/** NACOLE's review model: a board of citizens reads what internal affairs has found, and has no power to investigate. */
const charter: CharterDocument = {
  ...genericCharter,
  title: 'Terms of a board that reviews',
  agency: {
    functions: ['review', 'advisory'],
    powers: genericCharter.agency.powers.filter(({ code }) =>
      ['access_records', 'recommend_discipline'].includes(code),
    ),
  },
  classifications: [{ code: 'file_review', label: 'Review of an internal-affairs file', track: 'investigation' }],
};
const [FORCE, WORDS] = ['unreasonable_force by 118', 'discourtesy by 118'];
const ALL = { bea: 'yes', ben: 'yes', bob: 'yes' };
const SEATED = { present: ['bea', 'ben', 'bob'], noticeHours: 72 };

let agency: Agency;
let story: CaseStory;
beforeAll(async () => {
  agency = await Agency.open(charter, '2026-04-06T10:00:00-05:00', {
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
    console.log(await story.findings('sam'), await story.stage());
    const { body } = await story.tries('sam', 'subpoenas', {
      what: 'All of it',
      recordKind: 'other',
      whom: 'Internal affairs',
    });
    console.log(body);
  });

  it('does not agree, and asks internal affairs for more work', async () => {
    const { itemIds } = await agency.meeting([item()], SEATED);
    const asked = await agency.votes(itemIds[0]!, { text: 'That internal affairs hear the two witnesses.' }, ALL);
    expect(asked).toMatchObject({ status: 'carried', yesVotes: 3, membersPresent: 3 });
    await story.does('sam', 'return-to-investigation');
    const sent = {
      body: 'internal_affairs',
      sent: ['What the board asks', 'Names of the witnesses'],
      sentOn: agency.today(),
    };
    const { referralId } = await story.does('sam', 'referrals', sent);
    const request = await story.works('rhea', 'records-requests', {
      what: 'Statements of the two witnesses',
      recordKind: 'other',
      whom: 'Internal affairs',
      dueOn: '2026-05-15',
    });
    console.log(await story.stage(), agency.today());
    await agency.wait(3);
    await story.does('sam', `referrals/${referralId}/answers`, { kind: 'acknowledged', on: agency.today() });
    await agency.wait(27);
    await request({ to: 'received', on: agency.today() });
    await story.does('sam', `referrals/${referralId}/answers`, {
      kind: 'replied',
      on: agency.today(),
      text: 'Both were heard.',
    });
    console.log(await story.work('rhea'), (await story.reads('sam')).referrals);
    await story.finds('rhea', 'department', FORCE, 'not_sustained');
    await story.finds('rhea', 'investigator', FORCE, 'sustained');
    await story.does('rhea', 'draft-findings');
    await story.does('sam', 'reviews', { decision: 'approve' });
    await story.does('sam', 'send-to-board');
    console.log(await story.findings('sam'), await story.stage());
  });

  it('decides, and reports the result back', async () => {
    const { itemIds } = await agency.meeting([item()], SEATED);
    const on = itemIds[0] ?? '';
    const force = await story.decided(on, FORCE, 'sustained', ALL);
    await story.decided(on, WORDS, 'unfounded', ALL);
    const { answerDueOn, answered } = await story.recommends(FORCE, force.id, {
      disciplineKind: 'suspension',
      disciplineDays: 5,
    });
    console.log(answerDueOn);
    const { referralId } = await story.does('sam', 'referrals', {
      body: 'internal_affairs',
      sent: ['The decision of the board'],
      sentOn: agency.today(),
    });
    await agency.wait(12);
    await story.does('sam', `referrals/${referralId}/answers`, { kind: 'acknowledged', on: agency.today() });
    await answered({
      answer: 'concur_in_part',
      reasons: 'No complaint before.',
      imposed: { kind: 'suspension', days: 3 },
    });
    await story.does('dana', 'close', { disposition: 'decided' });
    const file = await story.reads('sam');
    console.log(
      await story.findings('sam'),
      await story.disciplines('sam'),
      file.closings,
      await story.stage(),
      await story.clocks('sam'),
    );
    const words = await story.sendsLetter('sam', 'disposition', { disposition: 'decidida por la junta' }, 'mail');
    console.log(words, await story.history('dana'), (await story.mine()).milestones);
    const { rows } = await releaseOf(agency, 500);
    console.log(rows.filter(({ discipline_recommended }) => discipline_recommended !== ''));
  });
});
