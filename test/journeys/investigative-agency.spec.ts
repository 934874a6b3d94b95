import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PNG } from '../evidence/evidence-desk.js';
import { Agency } from '../support/agency.js';
import { investigativeCharter } from '../support/agency-charters.js';
import { CaseStory } from '../support/case-story.js';
import { INVESTIGATED } from '../support/journey-histories.js';
import { releaseOf } from '../support/release-of-agency.js';

const [FORCE, WORD] = ['force/physical_force', 'discourtesy/word'];
const VIDEO = { what: 'Video of 27 February', recordKind: 'body_worn_video', whom: 'City Police, records' };
const HANDS = { ines: 'intake', ida: 'intake', sam: 'supervisor', ivan: 'investigator', dana: 'director' } as const;
const BOARD = {
  clara: 'clerk',
  bea: 'board_member',
  ben: 'board_member',
  bob: 'board_member',
  bud: 'board_member',
} as const;

let agency: Agency;
let story: CaseStory;
beforeAll(async () => {
  agency = await Agency.open(investigativeCharter, '2026-03-02T09:00:00-06:00', { ...HANDS, ...BOARD });
});
afterAll(() => agency.stop());

describe('a board that investigates', () => {
  it('takes in what somebody writes without a name, and counts the days that the law gives', async () => {
    story = await CaseStory.filed(agency, 'ines', {
      anonymous: true,
      narrative: 'Two officers threw my brother against a wall and cursed at him.',
      incidentOn: '2026-02-27',
      officerDescription: 'One tall, badge ends in 44',
      allegations: [FORCE, WORD],
    });
    expect(await story.stage()).toBe('Received (Registered, 2026-03-02)');
    expect(await story.clocks('sam')).toEqual([
      'acknowledgement running due 2026-03-09',
      'new_york_18_months running due 2027-08-27',
    ]);
  });

  it('talks with them through the receipt, acknowledges, screens and classifies', async () => {
    await agency.wait(1);
    await story.does('ines', 'messages', { text: 'Was anybody else in the hallway?' });
    expect(await story.mine()).toMatchObject({ messages: 1, awaitingAnswer: true });
    await agency.wait(0.1);
    await story.mine('messages', { text: 'A neighbour filmed it.' });
    await story.sendsFile({ title: 'From the film' }, PNG);
    const [, answer] = (await story.reads('ines', 'messages')).items;
    expect(answer).toMatchObject({ text: 'A neighbour filmed it.', sentAt: '2026-03-03T17:00:00.000Z' });
    await story.sendsLetter('ines', 'acknowledgement', { name: 'neighbour' });
    const tests = ['employs_officer', 'within_mandate'].map((test) => ({ test, answer: 'yes' }));
    await story.does('ines', 'screening', { decision: 'accept', tests });
    await story.does('sam', 'classifications', { classification: 'investigation' });
    expect((await story.clocks('sam'))[0]).toBe('acknowledgement met on 2026-03-03, due 2026-03-09');
    expect(await story.stage()).toBe('Accepted (Accepted, 2026-03-03)');
  });

  it('gives it to an investigator between whom and the case nothing stands, who finds out who they were', async () => {
    await story.does('ivan', 'conflicts', {});
    const check = await story.reads('sam', `conflicts/check?staffId=${agency.id('ivan')}`);
    expect(check).toEqual({ refusing: [], warnings: [] });
    await story.does('sam', 'assignments', { staffId: agency.id('ivan') });
    const [unknown] = (await story.reads('ivan')).officers;
    expect(unknown).toMatchObject({ officerId: null, description: { present: true } });
    const officerId = await agency.officer('sam', { badgeNumber: '4044', name: 'Officer Marlow', rank: 'Officer' });
    await story.does('ivan', `officers/${unknown.complaintOfficerId}/identification`, { officerId, means: 'roster' });
    const other = { officerId: await agency.officer('sam', { badgeNumber: '2210', name: 'Sergeant Quill' }) };
    const { complaintOfficerId } = await story.does('ivan', 'officers', other);
    await story.does('ivan', 'allegations', { complaintOfficerId, category: FORCE });
    expect(await story.titles('ivan')).toEqual([`${WORD} by 4044`, `${FORCE} by 2210`, `${FORCE} by 4044`]);
    expect(await story.stage()).toBe('Being investigated (Given to an investigator, 2026-03-03)');
  });

  it('plans, hears the officer, is refused the records, and gets them by subpoena', async () => {
    await agency.wait(2);
    const { planId } = await story.does('ivan', 'plans', { text: 'The film; both officers; the neighbour.' });
    await story.does('sam', `plans/${planId}/approval`);
    const officers: { complaintOfficerId: string; badgeNumber: string }[] = (await story.reads('ivan')).officers;
    const whom = officers.find(({ badgeNumber }) => badgeNumber === '4044')?.complaintOfficerId;
    const hearing = await story.works('ivan', 'interviews', { what: 'What happened', complaintOfficerId: whom });
    await hearing({ to: 'notified', on: '2026-03-05' });
    const request = await story.works('ivan', 'records-requests', { ...VIDEO, dueOn: '2026-03-19' });
    await agency.wait(14);
    await request({ to: 'refused', on: '2026-03-19', text: 'A prosecutor has it.' });
    const subpoena = await story.works('sam', 'subpoenas', { ...VIDEO, dueOn: '2026-03-31' });
    await subpoena({ to: 'served', on: '2026-03-19' });
    await agency.wait(7);
    await subpoena({ to: 'complied', on: '2026-03-26', text: 'One disk' });
    const warned = { warning: 'compelled', warningAcknowledged: true, representativePresent: true };
    await hearing({ to: 'held', on: '2026-03-26', text: 'He does not recall.', ...warned });
    expect(await story.work('ivan')).toEqual([
      'interview: notified 2026-03-05, held 2026-03-26',
      'records_request: refused 2026-03-19',
      'subpoena: served 2026-03-19, complied 2026-03-26',
    ]);
    const { milestones } = await story.mine();
    expect(milestones).toContainEqual(expect.objectContaining({ label: 'The police were heard', on: '2026-03-26' }));
    expect(JSON.stringify(milestones)).not.toContain('Marlow');
  });

  it('drafts findings for each allegation and officer on the evidence, and a supervisor reviews them', async () => {
    const { evidenceId } = await story.uploads('ivan', { title: 'The hallway', original: 'false' }, PNG);
    const on = { standardOfProof: 'preponderance', evidenceIds: [evidenceId] };
    await story.finds('ivan', 'investigator', `${FORCE} by 4044`, 'substantiated_command_discipline_b', on);
    await story.finds('ivan', 'investigator', `${FORCE} by 2210`, 'unfounded', on);
    await story.finds('ivan', 'investigator', `${WORD} by 4044`, 'unable_to_determine', on);
    await story.does('ivan', 'draft-findings');
    await story.finds('sam', 'supervisor', `${WORD} by 4044`, 'substantiated_instructions', on);
    await story.does('sam', 'reviews', { decision: 'approve' });
    await story.does('sam', 'send-to-board');
    expect(await story.stage()).toBe('Before the board (Before the board, 2026-03-26)');
  });

  it('shows nothing of the case any more to those who turn out to be relatives', async () => {
    await agency.panel(story.id, ['bea', 'ben', 'bud']);
    expect((await agency.get('ida', '/complaints')).text).toContain(story.caseNumber);
    for (const [name, part] of [
      ['bud', 'evidence'],
      ['ida', 'texts'],
    ] as const) {
      for (const path of [story.path(), story.path(part)]) expect((await agency.get(name, path)).status).toBe(200);
      expect(await story.does(name, 'conflicts', { relation: 'relative' })).toMatchObject({ recused: true });
      for (const path of [story.path(), story.path(part)]) expect((await agency.get(name, path)).status).toBe(404);
    }
    expect((await agency.get('ida', '/complaints')).body).toEqual({ items: [], next: null });
  });

  it('decides by two votes to one, the dissent on record, in a meeting with notice', async () => {
    const panelId = await agency.panel(story.id, ['bea', 'ben', 'bob']);
    const item = { title: 'A case', closed: true, legalBasis: '105(1)(f)', complaintId: story.id, panelId };
    const present = ['bea', 'ben', 'bob', 'bud'];
    const { meetingId, itemIds } = await agency.meeting([item], { present, noticeHours: 72 });
    const on = itemIds[0] ?? '';
    const agreed = { bea: 'yes', bob: 'yes', ben: 'yes' };
    const divided = { ...agreed, ben: 'no: The film is cut.' };
    const force = await story.decided(on, `${FORCE} by 4044`, 'substantiated_command_discipline_b', divided);
    const word = await story.decided(on, `${WORD} by 4044`, 'substantiated_instructions', agreed);
    await story.decided(on, `${FORCE} by 2210`, 'unfounded', agreed);
    expect(force).toMatchObject({ status: 'carried', quorum: 3, yesVotes: 2, noVotes: 1 });
    const dissent = { name: 'ben', choice: 'no', reason: 'The film is cut.', counted: true };
    expect((await agency.reads('clara', `/motions/${force.id}`)).votes).toContainEqual(
      expect.objectContaining(dissent),
    );
    expect(await agency.reads('bud', `/meetings/${meetingId}`)).toMatchObject({ agenda: [], motions: [] });
    const thrown = await story.recommends(`${FORCE} by 4044`, force.id, { disciplineKind: 'command_discipline_b' });
    const cursed = await story.recommends(`${WORD} by 4044`, word.id, { disciplineKind: 'instructions' });
    expect(thrown.answerDueOn).toBe('2026-05-13');
    expect(await story.stage()).toBe('With the chief of police (Decided, 2026-03-29)');
    await agency.wait(20);
    const departing = { answer: 'depart', reasons: 'His first year.' };
    await thrown.answered({ ...departing, imposed: { kind: 'formalized_training' } });
    await cursed.answered({ ...departing, imposed: { kind: 'none' }, finding: 'within_guidelines' });
  });

  it('closes on what stands, keeps it as long as the law says, and tells who complained', async () => {
    await story.does('dana', 'close', { disposition: 'decided' });
    expect(await story.findings('sam')).toEqual([
      `${WORD} by 4044: investigator unable_to_determine, supervisor substantiated_instructions, board substantiated_instructions, chief within_guidelines, final within_guidelines`,
      `${FORCE} by 2210: investigator unfounded, board unfounded, final unfounded`,
      `${FORCE} by 4044: investigator substantiated_command_discipline_b, board substantiated_command_discipline_b, final substantiated_command_discipline_b`,
    ]);
    expect(await story.disciplines('sam')).toEqual([
      `${WORD} by 4044: recommended instructions, imposed none`,
      `${FORCE} by 4044: recommended command_discipline_b, imposed formalized_training`,
    ]);
    expect(await story.reads('sam')).toMatchObject({
      closings: [{ reason: 'sustained', disposition: 'decided', closedAt: '2026-04-18T18:00:00+00:00' }],
      ...{ retentionClass: 'sustained', disposeAfter: '2041-04-18' },
    });
    await story.sendsLetter('sam', 'disposition', { name: 'neighbour' });
    const letters = (await story.mine('letters')).items;
    expect(letters[0].subject).toBe(`We have your complaint ${story.caseNumber}`);
    expect(letters[1].body).toContain('closed: Decided by the board.');
    expect(letters[1].body).toContain('Word: Within NYPD guidelines');
    expect(await story.stage()).toBe('Closed (Closed, 2026-04-18)');
    expect(await story.clocks('dana')).toContain('new_york_18_months running due 2027-08-27');
    expect((await agency.reads('dana', '/deadlines')).items).toEqual([]);
    expect(await story.history('dana')).toEqual(INVESTIGATED);
  });

  it('publishes it among others: what was recommended beside what was imposed, and nobody’s name', async () => {
    const { rows } = await releaseOf(agency, 800);
    const ours = rows.filter(({ discipline_recommended }) => discipline_recommended !== '');
    const told = ours.map((row) =>
      ['recommended_finding', 'finding', 'discipline_recommended', 'discipline_imposed']
        .map((name) => row[name])
        .join(),
    );
    expect(told.sort()).toEqual([
      'sustained,exonerated,instructions,none',
      'sustained,sustained,command_discipline_b,formalized_training',
    ]);
    expect(new Set(ours.map(({ complaint }) => complaint)).size).toBe(1);
    for (const trace of ['Marlow', 'Quill', story.caseNumber]) expect(JSON.stringify(rows)).not.toContain(trace);
  });
});
