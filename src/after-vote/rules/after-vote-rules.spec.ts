import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { awardRefused } from './award-refused.js';
import { endingRefused, escalationRefused, type StepTaken } from './escalation-refused.js';
import { type OverdueAnswer, overdueTold } from './overdue-told.js';
import { reconsiderationRefused } from './reconsideration-refused.js';

const [TALKS, REFERRAL] = ['meet_and_confer', 'appointing_authority'];
const taken = (step: string, outcome: StepTaken['outcome']): StepTaken => ({ step, outcome });

describe('a step of escalation', () => {
  const steps = genericCharter.afterVote.escalation;
  it.each<[string, string, 'depart' | 'overdue' | null, StepTaken[], string | null]>([
    ['follows a chief who departs', TALKS, 'depart', [], null],
    ['is one of the charter', 'duel', 'depart', [], 'unknown-step'],
    ['follows nothing when the chief concurs', TALKS, null, [], 'nothing-to-escalate'],
    ['follows what the charter has it follow', TALKS, 'overdue', [], 'nothing-to-escalate'],
    ['waits for those before it', REFERRAL, 'depart', [], 'step-out-of-order'],
    ['waits for none that is of another case', REFERRAL, 'overdue', [], null],
    ['waits until the one before has ended', REFERRAL, 'depart', [taken(TALKS, null)], 'step-settled'],
    ['is not needed when that settled it', REFERRAL, 'depart', [taken(TALKS, 'agreed')], 'step-settled'],
    ['follows when that came to nothing', REFERRAL, 'depart', [taken(TALKS, 'not_agreed')], null],
    ['is taken once', TALKS, 'depart', [taken(TALKS, 'not_agreed')], 'step-taken-already'],
  ])('%s', (_rule, code, after, before, refused) => {
    expect(escalationRefused(code, { after, taken: before }, steps)?.code ?? null).toBe(refused);
  });

  it.each([
    ['is agreed or not where two talk', false, 'agreed', true, null],
    ['is decided by nobody where two talk', false, 'decided', true, 'outcome-out-of-place'],
    ['is decided where somebody above them does', true, 'decided', true, null],
    ['is not agreed where somebody decides', true, 'not_agreed', true, 'outcome-out-of-place'],
    ['imposes nothing when it came to nothing', false, 'not_agreed', true, 'discipline-not-decided'],
    ['imposes nothing on a recommendation of training', true, 'decided', false, 'discipline-not-decided'],
  ] as const)('%s', (_rule, decides, outcome, forDiscipline, refused) => {
    const ending = { outcome, discipline: { kind: 'reprimand' } };
    expect(endingRefused({ label: 'Talks', decides }, ending, forDiscipline)?.code ?? null).toBe(refused);
  });
});

describe('an award on an officer’s appeal', () => {
  const five = { kind: 'suspension', days: 5 };
  const reprimand = { kind: 'reprimand', days: null };
  it.each([
    ['upholds what stands', 'uphold', five, null, null],
    ['that upholds names no discipline', 'uphold', five, five, 'award-names-discipline'],
    ['reverses it whole', 'reverse', five, null, null],
    ['that reverses names no discipline', 'reverse', five, reprimand, 'award-names-discipline'],
    ['reduces it to fewer days', 'reduce', five, { ...five, days: 3 }, null],
    ['reduces it to another kind', 'reduce', five, reprimand, null],
    ['that reduces says to what', 'reduce', five, null, 'award-lacks-discipline'],
    ['does not reduce it to as much', 'reduce', five, five, 'award-no-less'],
    ['does not reduce it to more', 'reduce', five, { ...five, days: 9 }, 'award-no-less'],
    ['does not reduce a reprimand to one', 'reduce', reprimand, reprimand, 'award-no-less'],
  ] as const)('%s', (_rule, effect, standing, given, refused) => {
    expect(awardRefused(effect, standing, given)?.code ?? null).toBe(refused);
  });
});

describe('who complained and asks the board to think again', () => {
  const right = { until: '2026-03-31', asked: false, times: 0, most: 1 };
  it.each([
    ['may on the last day', right, '2026-03-31', null],
    ['may not on the day after', right, '2026-04-01', 'reconsideration-too-late'],
    [
      'has no right where the charter gives none',
      { ...right, until: null },
      '2026-03-01',
      'no-right-to-reconsideration',
    ],
    ['may once of a closing', { ...right, asked: true, most: 2 }, '2026-03-01', 'reconsideration-asked'],
    ['may as often as the charter says', { ...right, times: 1 }, '2026-03-01', 'reconsideration-asked'],
    ['may again where it says so', { ...right, times: 1, most: 2 }, '2026-03-01', null],
  ])('%s', (_rule, asked, today, refused) => {
    expect(reconsiderationRefused(asked, today)?.code ?? null).toBe(refused);
  });
});

describe('answers that are overdue', () => {
  const late = (daysOverdue: number): OverdueAnswer => ({
    ...{
      caseNumber: `R-${daysOverdue}`,
      kind: 'discipline',
      deliveredOn: '2026-01-01',
      dueOn: '2026-02-01',
      daysOverdue,
    },
  });
  const k = 3;
  it('are told case by case where the charter has numbers told, however few', () => {
    expect(overdueTold([late(4)], { byNumber: true, k })).toEqual({
      ...{ byNumber: true, count: 1, fewerThan: null, daysOverdue: [4], answers: [late(4)] },
    });
  });

  it('are counted, with their ages in no order of cases, where it has not', () => {
    expect(overdueTold([late(4), late(90), late(12)], { byNumber: false, k })).toEqual({
      ...{ byNumber: false, count: 3, fewerThan: null, daysOverdue: [90, 12, 4], answers: [] },
    });
  });

  it.each([1, 2])('are too few to be told of: %d', (count) => {
    const told = overdueTold([late(4), late(90)].slice(0, count), { byNumber: false, k });
    expect(told).toEqual({ byNumber: false, count: null, fewerThan: k, daysOverdue: null, answers: [] });
  });

  it('are none', () => {
    expect(overdueTold([], { byNumber: false, k })).toMatchObject({ count: 0, fewerThan: null, daysOverdue: [] });
  });
});
