import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { allegationsOf, planFaults } from './audit-plan.js';
import { reviewFaults } from './review-faults.js';
import { periodOf, trendOf } from './trend.js';

const NO_CLASS = { allegations: [], allegationGroups: [], classifications: [], findings: [] };
const plan = {
  title: 'Force, first quarter',
  ...{ periodFrom: '2026-01-01', periodTo: '2026-03-31', method: 'random' as const, sampleSize: 5 },
  class: { ...NO_CLASS, allegationGroups: ['force'] },
  references: null,
};
const faults = (over: object): string[] =>
  planFaults({ ...plan, ...over }, genericCharter, '2026-04-02').map(({ path, code }) => `${path} ${code}`);

describe('a plan of an audit', () => {
  it.each([
    ['as it should be', {}, []],
    ['all of a class', { method: 'all', sampleSize: null }, []],
    ['all, and a size', { method: 'all' }, ['/sampleSize sample-size-unclear']],
    ['random without a size', { sampleSize: null }, ['/sampleSize sample-size-unclear']],
    ['a period that is not over', { periodTo: '2026-04-03' }, ['/periodTo period-ahead']],
    ['a period backwards', { periodFrom: '2026-04-01' }, ['/periodTo period-backwards']],
    ['an unknown finding', { class: { ...NO_CLASS, findings: ['guilty'] } }, ['/class/findings/0 not-in-charter']],
    ['a list that is narrowed', { references: ['A-1'] }, ['/class class-of-a-list']],
    ['a file twice', { class: NO_CLASS, references: ['A-1', 'A-1'] }, ['/references reference-twice']],
  ])('%s', (_, over, expected) => {
    expect(faults(over)).toEqual(expected);
  });

  it('takes a group with all that is in it, and any where it names none', () => {
    const chosen = { ...NO_CLASS, allegations: ['bias'], allegationGroups: ['force'] };
    expect(allegationsOf(chosen, genericCharter)).toEqual(['unreasonable_force', 'display_of_weapon', 'bias']);
    expect(allegationsOf(NO_CLASS, genericCharter)).toBeNull();
  });
});

describe('a review of a file', () => {
  const { checklist } = genericCharter.oversight.affairsAudit;
  const all = checklist.map(({ code }) => ({ item: code, verdict: 'agree' as const, reasons: null }));
  it('answers each item once, and says why where it does not agree', () => {
    expect(reviewFaults(all, checklist)).toEqual([]);
    const [first, ...others] = all;
    const found = reviewFaults(
      [
        { ...first!, verdict: 'disagree' as const, reasons: ' ' },
        ...others.slice(1),
        others[1]!,
        { ...first!, item: 'x' },
      ],
      checklist,
    );
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      ...['/answers/0/reasons reasons-missing', '/answers/5 item-twice', '/answers/6 not-in-charter'],
      '/answers item-unanswered',
    ]);
  });
});

describe('the trend', () => {
  it('is by the period in which the audited time ends', () => {
    expect(['month', 'quarter', 'year'].map((step) => periodOf('2026-10-31', step as 'month'))).toEqual([
      ...['2026-10', '2026-Q4', '2026'],
    ]);
  });

  it('tells the first look from what stood after more work, and no rate where nothing applied', () => {
    const look = { periodTo: '2026-03-31', item: 'on_time' };
    expect(
      trendOf(
        [
          { ...look, first: 'agree', last: 'agree' },
          { ...look, first: 'disagree', last: 'agree' },
          { ...look, first: 'disagree', last: 'disagree' },
          { ...look, first: 'not_applicable', last: 'not_applicable' },
          { ...look, item: 'all_interviewed', first: 'not_applicable', last: 'not_applicable' },
        ],
        'quarter',
      ),
    ).toEqual([
      {
        ...{ period: '2026-Q1', item: 'all_interviewed', files: 1, agreed: 0, disagreed: 0, notApplicable: 1 },
        ...{ agreeRate: null, agreedInTheEnd: 0 },
      },
      {
        ...{ period: '2026-Q1', item: 'on_time', files: 4, agreed: 1, disagreed: 2, notApplicable: 1 },
        ...{ agreeRate: 0.333, agreedInTheEnd: 2 },
      },
    ]);
  });
});
