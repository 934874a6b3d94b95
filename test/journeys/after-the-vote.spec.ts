import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishOverdue } from '../../src/after-vote/index.js';
import { Agency } from '../support/agency.js';
import { answerCharter, caseBeforeBoard, forceBy } from '../support/case-before-board.js';
import type { CaseStory } from '../support/case-story.js';

const [FORCE, OTHER] = [forceBy('4044'), forceBy('5150')];
const SUSTAINED = 'substantiated_charges';
const YES = { bea: 'yes', ben: 'yes', bob: 'yes' };

let agency: Agency;
beforeAll(async () => {
  agency = await Agency.open(answerCharter, '2026-03-02T09:00:00-06:00', {
    ...{ ines: 'intake', sam: 'supervisor', ivan: 'investigator', dana: 'director', clara: 'clerk' },
    ...{ bea: 'board_member', ben: 'board_member', bob: 'board_member' },
  });
});
afterAll(() => agency.stop());

async function hearing(story: CaseStory): Promise<string> {
  const item = { title: 'A case', closed: true, legalBasis: '105(1)(f)', complaintId: story.id };
  return (await agency.meeting([item], { present: Object.keys(YES), noticeHours: 72 })).itemIds[0] ?? '';
}

const overdue = async () => {
  await agency.redress.app.get(PublishOverdue).run(agency.redress.jurisdiction.id);
  return (await agency.redress.request('GET', '/api/v1/jurisdictions/riverton/overdue-answers')).body;
};

describe('a chief who departs, and a board that thinks again', () => {
  let story: CaseStory;
  let sent: Awaited<ReturnType<CaseStory['recommends']>>;
  const path = (rest: string) => `recommendations/${sent.id}/${rest}`;

  it('is handed the recommendation against a signature, and from then on has thirty days', async () => {
    story = await caseBeforeBoard(agency, {
      badge: '4044',
      finding: SUSTAINED,
      complainant: { name: 'Amal Haddad' },
      privacy: 'open',
    });
    const { id } = await story.decided(await hearing(story), FORCE, SUSTAINED, YES);
    sent = await story.recommends(FORCE, id, { disciplineKind: 'suspension', disciplineDays: 10 });
    const { text, sha256 } = await story.reads('clara', path('document'));
    expect(text).toContain(`Case ${story.caseNumber}\nTo: Chief of Police\n`);
    expect(text).toContain('Discipline: Suspension, 10 days\nVote: 3 yes, 0 no');
    expect(await story.clocks('sam')).toContain('chief_answer not_started due null');
    await agency.wait(3);
    const handed = { way: 'hand', recipient: 'Sgt. Okafor, front desk', proof: 'Receipt 77' };
    const { answerDueOn } = await story.does('clara', path('deliveries'), {
      ...{ ...handed, deliveredAt: `${agency.today()}T09:30:00-05:00` },
    });
    // 8 March and thirty days; 7 April is a Tuesday.
    expect([agency.today(), answerDueOn]).toEqual(['2026-03-08', '2026-04-07']);
    expect(await story.clocks('sam')).toContain('chief_answer running due 2026-04-07');
    const [{ deliveries }] = await story.reads('clara', 'recommendations');
    expect(deliveries).toMatchObject([{ ...handed, documentSha256: sha256, deliveredOn: '2026-03-08', stands: true }]);
  });

  it('is silent, and the public is told for how long, until there is an answer', async () => {
    await agency.wait(20);
    expect(await overdue()).toMatchObject({ count: 0, answers: [] });
    await agency.wait(20);
    const { dueOn, daysOverdue } = { dueOn: '2026-04-07', daysOverdue: 10 };
    expect(await overdue()).toMatchObject({
      ...{ asOf: '2026-04-17', byNumber: true, count: 1, daysOverdue: [10] },
      answers: [{ caseNumber: story.caseNumber, kind: 'discipline', deliveredOn: '2026-03-08', dueOn, daysOverdue }],
    });
    const page = (await agency.redress.request('GET', '/overdue-answers/riverton')).text;
    expect(page).toContain('1 answer is overdue, the longest for 10 days.');
    await sent.answered({ answer: 'depart', reasons: 'A first offence.', imposed: { kind: 'instructions' } });
    expect(await overdue()).toMatchObject({ count: 0, daysOverdue: [], answers: [] });
    expect(await story.clocks('sam')).toContain('chief_answer met_late on 2026-04-17, due 2026-04-07');
  });

  it('talks with the board, which comes to nothing; the board votes anew and stands by what it said', async () => {
    const early = await story.tries('clara', path('escalations'), { step: 'appointing_authority' });
    expect(early.body).toMatchObject({ status: 409, code: 'step-out-of-order' });
    const talks = await story.does('clara', path('escalations'), { step: 'meet_and_confer' });
    expect(talks.dueOn).toBe('2026-05-17');
    const failed = { outcome: 'not_agreed', reasons: 'Each kept to their own.', on: agency.today() };
    await story.does('clara', `escalations/${talks.id}/end`, failed);
    const { id } = await story.does('clara', 'reconsiderations', {
      askedBy: 'board',
      grounds: 'Is it a first offence?',
    });
    await story.does('clara', `reconsiderations/${id}/hearing`);
    expect(await story.stage()).toContain('Before the board');
    const motion = await agency.votes(await hearing(story), { text: 'That our recommendation stands.' }, YES);
    await story.does('clara', `reconsiderations/${id}/decision`, {
      ...{ outcome: 'stands', motionId: motion.id, reasons: 'It is the second.' },
    });
    expect(await story.stage()).toContain('With the chief of police');
  });

  it('is overruled by whoever is above both, and each decision stands behind the one before', async () => {
    const referral = await story.does('clara', path('escalations'), { step: 'appointing_authority' });
    const ruling = {
      outcome: 'decided',
      discipline: { kind: 'suspension', days: 5 },
      reasons: 'Halfway.',
      on: agency.today(),
    };
    await story.does('clara', `escalations/${referral.id}/end`, ruling);
    expect(await story.decisions('clara', FORCE)).toEqual([
      'board_finding substantiated_charges',
      'board_recommendation discipline: suspension 10 days',
      'chief_answer depart: instructions',
      'reconsideration stands (board)',
      'escalation decided (appointing_authority): suspension 5 days, stands',
    ]);
    await story.does('dana', 'close', { disposition: 'decided' });
    const letter = await story.sendsLetter('sam', 'board_disposition');
    expect(letter).toContain('ask the board to reconsider it until May 20, 2026');
    expect(await story.mine()).toMatchObject({ stage: 'Closed', reconsiderUntil: '2026-05-20', reconsideration: null });
  });

  it('imposed what an arbitrator takes away: recommended, imposed and undone all stand in the record', async () => {
    await agency.wait(14);
    const appeal = { allegationId: await story.allegationId('dana', FORCE), route: 'arbitration', on: agency.today() };
    const { id, until } = await story.does('dana', 'officer-appeals', appeal);
    expect(until).toBe('2026-05-20');
    const again = await story.tries('dana', 'officer-appeals', appeal);
    expect(again.body).toMatchObject({ status: 409, code: 'appeal-pending' });
    await agency.wait(100);
    const award = { outcome: 'reversed', reasons: 'Arbitrator Lund: no just cause.', on: agency.today() };
    const named = await story.tries('dana', `officer-appeals/${id}/award`, { ...award, discipline: { kind: 'none' } });
    expect(named.body.code).toBe('award-names-discipline');
    await story.does('dana', `officer-appeals/${id}/award`, award);
    expect((await story.decisions('clara', FORCE)).slice(-2)).toEqual([
      'escalation decided (appointing_authority): suspension 5 days',
      'officer_appeal reversed (arbitration), stands',
    ]);
    expect(await story.disciplines('sam')).toEqual([
      `${FORCE}: recommended suspension 10 days, imposed instructions, imposed suspension 5 days, imposed nothing`,
    ]);
    const { matters, officerAppeals } = await story.reads('dana', 'decisions');
    expect(matters[0].decisions.at(-1).reasons).toBe('Arbitrator Lund: no just cause.');
    expect(officerAppeals).toMatchObject([{ route: 'arbitration', outcome: 'reversed', effect: 'reverse' }]);
    const nothing = await story.tries('dana', 'officer-appeals', { ...appeal, route: 'court', on: agency.today() });
    expect(nothing.body).toMatchObject({ status: 409, code: 'nothing-imposed' });
  });
});

describe('somebody without a name who asks the board to think again', () => {
  let story: CaseStory;

  it('is told until when on the page that the receipt opens, asks there, and leaves the hour alone', async () => {
    story = await caseBeforeBoard(agency, { badge: '5150', finding: 'unfounded', anonymous: true });
    await story.decided(await hearing(story), OTHER, 'unfounded', YES);
    await story.does('dana', 'close', { disposition: 'decided' });
    await agency.wait(29);
    const until = (await story.mine()).reconsiderUntil;
    expect((await story.mine()).nextSteps[0]).toBe(
      `You may ask the board here to reconsider what was decided, until ${until}.`,
    );
    await story.mine('reconsideration', { ground: 'new_evidence', grounds: 'A neighbour filmed it.' });
    expect(await story.mine()).toMatchObject({ reconsiderUntil: null, reconsideration: 'asked', canWithdraw: false });
    await expect(story.mine('reconsideration', { grounds: 'Please.' })).rejects.toThrow('reconsideration-asked');
    const [asked] = (await story.reads('clara', 'decisions')).reconsiderations;
    expect(asked).toMatchObject({ askedBy: 'complainant', takenBy: null, grounds: 'A neighbour filmed it.' });
    expect(asked.askedAt).toMatch(/T\d\d:00:00.000Z$/);
  });

  it('is heard; the board finds otherwise, and both findings are on record', async () => {
    const [{ id }] = (await story.reads('clara', 'decisions')).reconsiderations;
    await story.does('clara', `reconsiderations/${id}/hearing`);
    expect(await story.mine()).toMatchObject({ stage: 'Before the board', reconsideration: 'before_board' });
    const refused = await story.tries('clara', `reconsiderations/${id}/decision`, {
      ...{ outcome: 'stands', motionId: id, reasons: 'We need no vote.' },
    });
    expect(refused.body).toMatchObject({ status: 409, code: 'board-has-not-voted' });
    const motion = await story.decided(await hearing(story), OTHER, SUSTAINED, YES);
    const decision = { motionId: motion.id, reasons: 'The film shows it.' };
    const stands = await story.tries('clara', `reconsiderations/${id}/decision`, { ...decision, outcome: 'stands' });
    expect(stands.body).toMatchObject({ status: 409, code: 'found-otherwise' });
    await story.does('clara', `reconsiderations/${id}/decision`, { ...decision, outcome: 'changed' });
    expect(await story.decisions('clara', OTHER)).toEqual([
      'board_finding unfounded',
      `board_finding ${SUSTAINED}`,
      'reconsideration changed (complainant), stands',
    ]);
    await story.does('dana', 'close', { disposition: 'decided' });
    expect(await story.mine()).toMatchObject({ reconsideration: 'changed', reconsiderUntil: null });
    const letter = await story.sendsLetter('sam', 'reconsidered', { name: 'neighbour', reason: 'It found otherwise.' });
    expect(letter).toContain('Physical force: Substantiated (charges)');
  });
});
