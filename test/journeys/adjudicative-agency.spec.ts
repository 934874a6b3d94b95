import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agency } from '../support/agency.js';
import { adjudicativeCharter } from '../support/agency-charters.js';
import { CaseStory } from '../support/case-story.js';
import { ADJUDICATED } from '../support/journey-histories.js';
import { releaseOf } from '../support/release-of-agency.js';

const SEARCH = 'wrongful_search by 51';
const BALLOTS = { bea: 'yes', ben: 'yes', bob: 'abstain' };
const suspension = (disciplineDays: number) => ({ disciplineKind: 'suspension', disciplineDays });
const SEATED = { present: ['bea', 'ben', 'bob'], noticeHours: 72 };

let agency: Agency;
let story: CaseStory;
beforeAll(async () => {
  agency = await Agency.open(adjudicativeCharter, '2026-01-05T10:00:00-06:00', {
    ...{ ines: 'intake', sam: 'supervisor', ivan: 'investigator', mia: 'mediator', dana: 'director', rita: 'records' },
    ...{ clara: 'clerk', bea: 'board_member', ben: 'board_member', bob: 'board_member' },
  });
});
afterAll(() => agency.stop());

/** Found by the investigator, approved, and sent to a hearing that is open to the public. */
async function heard(): Promise<string> {
  await story.finds('ivan', 'investigator', SEARCH, 'sustained');
  await story.does('ivan', 'draft-findings');
  await story.does('sam', 'reviews', { decision: 'approve' });
  await story.does('sam', 'send-to-board');
  const { itemIds } = await agency.meeting([{ title: 'A hearing', closed: false, complaintId: story.id }], SEATED);
  const { id, ...result } = await story.decided(itemIds[0] ?? '', SEARCH, 'sustained', BALLOTS);
  expect(result).toMatchObject({ status: 'carried', quorum: 2, membersPresent: 3, yesVotes: 2, noVotes: 0 });
  return id;
}

describe('a board that adjudicates', () => {
  it('turns somebody away, who is told until when they may ask for another look', async () => {
    story = await CaseStory.filed(agency, 'ines', {
      ...{ narrative: 'He searched my bag without asking.', incidentOn: '2026-01-02', privacy: 'open' },
      ...{ complainant: { name: 'Amal Haddad', contact: 'amal@example.org' }, allegations: ['wrongful_search'] },
      officerDescription: 'Badge 51',
    });
    await story.sendsLetter('ines', 'acknowledgement');
    const decline = { decision: 'decline', reasonCode: 'no_misconduct_alleged', reason: 'A search by consent.' };
    await story.does('ines', 'screening', decline);
    const words = await story.sendsLetter('ines', 'decline', { reason: 'nothing alleged would be misconduct' });
    expect(words).toContain('Dear Amal Haddad,');
    expect(words).toContain('look at this decision again until January 26, 2026');
    expect((await story.mine()).appealUntil).toBe('2026-01-26');
    expect((await story.mine('letters')).items).toHaveLength(2);
    expect(await story.stage()).toBe('Not taken on (Not taken on, 2026-01-05)');
  });

  it('looks again when asked, through another person, and takes it on', async () => {
    await agency.wait(10);
    await story.mine('appeal', { grounds: 'I did not consent.' });
    expect((await story.tries('ines', 'screening/review', { decision: 'accept' })).status).toBe(403);
    await story.does('sam', 'screening/review', { decision: 'accept', reason: 'Consent is the question.' });
    expect((await story.reads('sam')).screenings).toMatchObject([
      { decision: 'decline', decidedBy: agency.id('ines'), appeal: { takenBy: null } },
      { decision: 'accept', decidedBy: agency.id('sam'), appeal: null },
    ]);
    expect((await story.reads('sam')).disposeAfter).toBeNull();
    expect(await story.stage()).toBe('Accepted (Accepted, 2026-01-15)');
    expect(await story.clocks('sam')).toEqual([
      'acknowledgement met on 2026-01-05, due 2026-01-12',
      'investigation running due 2026-07-14',
    ]);
  });

  it('offers mediation, which comes to nothing and leaves no words', async () => {
    await story.does('sam', 'classifications', { classification: 'mediation' });
    await story.does('sam', 'assignments', { staffId: agency.id('ivan') });
    const [{ complaintOfficerId }] = (await story.reads('ivan')).officers;
    const officerId = await agency.officer('sam', { badgeNumber: '51', name: 'Officer Reed' });
    await story.does('ivan', `officers/${complaintOfficerId}/identification`, { officerId, means: 'badge' });
    const { mediationId } = await story.does('sam', 'mediations', { complaintOfficerId, excludedBy: [] });
    const talks = (name: string, step: string, body: object) =>
      story.does(name, `mediations/${mediationId}/${step}`, { ...body, on: agency.today() });
    for (const party of ['complainant', 'officer']) await talks('sam', 'answers', { party, accepted: true });
    await talks('sam', 'mediator', { staffId: agency.id('mia') });
    await agency.wait(14);
    await talks('mia', 'sessions', {});
    await talks('mia', 'end', { outcome: 'attempted' });
    expect((await agency.get('mia', story.path())).status).toBe(403);
    expect((await story.reads('ivan', 'mediations')).items).toMatchObject([
      { status: 'attempted', offeredOn: '2026-01-15', sessions: ['2026-01-29'], endedOn: '2026-01-29' },
    ]);
    const reason = 'Mediation was attempted.';
    await story.does('sam', 'classifications', { classification: 'investigation', reason });
  });

  it('hears it, and recommends what the matrix says; the chief concurs', async () => {
    const motion = await heard();
    const reprimand = { disciplineKind: 'reprimand' };
    await expect(story.recommends(SEARCH, motion, reprimand)).rejects.toThrow(
      'suspension (from 5 to 10 days), separation',
    );
    const { answerDueOn, answered } = await story.recommends(SEARCH, motion, suspension(10));
    expect(answerDueOn).toBe('2026-02-11');
    await agency.wait(5);
    const less = { answer: 'concur', imposed: { kind: 'suspension', days: 3 } };
    await expect(answered(less)).rejects.toThrow('not-concurring');
    await answered({ answer: 'concur', imposed: { kind: 'suspension', days: 10 } });
    await story.does('dana', 'close', { disposition: 'decided' });
    expect(await story.sendsLetter('sam', 'disposition')).toContain('Wrongful search: Sustained');
    expect(await story.stage()).toBe('Closed (Closed, 2026-02-06)');
    expect((await story.clocks('sam'))[1]).toBe('investigation met on 2026-01-29, due 2026-07-14');
  });

  it('reconsiders: what was decided first stands in the record, and the clock runs again', async () => {
    await agency.wait(9);
    await story.does('sam', 'reopenings', { reason: 'The officer asks: a film was found.' });
    expect(await story.stage()).toBe('Being investigated (Given to an investigator, 2026-01-15)');
    expect((await story.clocks('sam'))[1]).toBe('investigation running due 2026-07-14');
    const { answered } = await story.recommends(SEARCH, await heard(), suspension(5));
    await answered({ answer: 'concur', imposed: { kind: 'suspension', days: 5 } });
    await story.does('dana', 'close', { disposition: 'decided' });
    const standing = 'investigator sustained, board sustained, final sustained';
    const former = '(investigator sustained), (board sustained), (final sustained)';
    expect(await story.findings('sam')).toEqual([`${SEARCH}: ${former}, ${standing}`]);
    expect(await story.disciplines('sam')).toEqual([
      `${SEARCH}: recommended suspension 10 days, imposed suspension 10 days, recommended suspension 5 days, imposed suspension 5 days`,
    ]);
    expect(await story.reads('sam')).toMatchObject({
      closings: [
        { endedAs: 'declined', disposeAfter: '2031-01-05' },
        { reason: 'sustained', disposeAfter: '2041-02-06', reopened: { reopenedBy: agency.id('sam') } },
        { reason: 'sustained', disposeAfter: '2041-02-18', reopened: null },
      ],
      ...{ retentionClass: 'sustained', disposeAfter: '2041-02-18' },
    });
    expect(await story.history('dana')).toEqual(ADJUDICATED);
  });

  it('publishes it among others, as it stands now', async () => {
    const { rows } = await releaseOf(agency, 500);
    const ours = rows.filter(({ discipline_recommended }) => discipline_recommended !== '');
    expect(ours).toMatchObject([{ finding: 'sustained', discipline_imposed: 'suspension' }]);
  });

  it('keeps it past its time while a suit holds it; then two people destroy it, and a tombstone stands', async () => {
    const { holdId } = await story.does('rita', 'holds', { reason: 'The officer sues.' });
    await agency.wait(16 * 365.25);
    expect((await agency.tries('rita', '/disposal-batches')).body.code).toBe('nothing-due');
    expect((await story.reads('sam')).holds).toMatchObject([{ placedBy: agency.id('rita'), releasedAt: null }]);
    await story.does('rita', `holds/${holdId}/release`, { reason: 'It is settled.' });
    const { batchId, cases } = await agency.does('rita', '/disposal-batches');
    const approves = (name: string) => agency.does(name, `/disposal-batches/${batchId}/reviews`, { approve: true });
    expect([cases, await approves('rita')]).toEqual([1, { state: 'reviewed_once', disposed: 0, kept: 0 }]);
    expect(await approves('dana')).toEqual({ state: 'disposed', disposed: 1, kept: 0 });
    const tombstone = await agency.get('sam', story.path());
    expect([tombstone.status, tombstone.body.details]).toMatchObject([
      410,
      { on: '2042-02-18', retentionClass: 'sustained' },
    ]);
    expect(await story.stage()).toBe('Destroyed after its time (Destroyed after its time, null)');
  });
});
