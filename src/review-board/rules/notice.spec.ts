import { describe, expect, it } from '@jest/globals';
import { genericCharter, type MeetingKind } from '../../charter/index.js';
import { amendmentRefused, noticeIsLawful } from './notice.js';

const startsAt = new Date('2026-03-10T18:00:00Z');
const cases: [sentence: string, kind: MeetingKind, postedAt: string, lawful: boolean][] = [
  ['a regular meeting posted 72 hours ahead, to the second', 'regular', '2026-03-07T18:00:00Z', true],
  ['a regular meeting posted a second later', 'regular', '2026-03-07T18:00:01Z', false],
  ['a special meeting posted a day ahead', 'special', '2026-03-09T18:00:00Z', true],
  ['a special meeting posted the same morning', 'special', '2026-03-10T08:00:00Z', false],
  ['an emergency meeting posted an hour ahead', 'emergency', '2026-03-10T17:00:00Z', true],
  ['an emergency meeting posted when it has begun', 'emergency', '2026-03-10T18:00:00Z', false],
];

describe('notice of a meeting', () => {
  it.each(cases)('%s', (_sentence, kind, postedAt, lawful) => {
    expect(noticeIsLawful({ kind, startsAt, postedAt: new Date(postedAt) }, genericCharter.meetings)).toBe(lawful);
  });

  it('goes by the hours of the charter', () => {
    const meetings = { ...genericCharter.meetings, noticeHours: { regular: 48, special: 24, emergency: 0 } };
    const postedAt = new Date('2026-03-08T18:00:00Z');
    expect(noticeIsLawful({ kind: 'regular', startsAt, postedAt }, meetings)).toBe(true);
    expect(noticeIsLawful({ kind: 'emergency', startsAt, postedAt: startsAt }, meetings)).toBe(true);
  });
});

describe('a posted agenda is changed', () => {
  const { meetings } = genericCharter;
  it.each<[sentence: string, at: string, ground: string | null, code: string | null]>([
    ['at the notice deadline, to the second', '2026-03-07T18:00:00Z', null, null],
    ['a second later, without a ground', '2026-03-07T18:00:01Z', null, 'amendment-too-late'],
    ['later, on a ground that the charter does not know', '2026-03-09T18:00:00Z', 'convenience', 'amendment-too-late'],
    ['later, on a ground of the charter', '2026-03-09T18:00:00Z', '54954.2(b)(2)', null],
    ['in time, with a ground that is not needed', '2026-03-01T18:00:00Z', '54954.2(b)(2)', 'amendment-in-time'],
  ])('%s', (_sentence, at, ground, code) => {
    const refusal = amendmentRefused({ kind: 'regular', startsAt, at: new Date(at), ground }, meetings);
    expect(refusal?.code ?? null).toBe(code);
  });

  it('never after the deadline when the charter has no grounds for it', () => {
    const { lateAmendmentGrounds: _none, ...strict } = meetings;
    const at = new Date('2026-03-09T18:00:00Z');
    expect(amendmentRefused({ kind: 'regular', startsAt, at, ground: '54954.2(b)(2)' }, strict)?.message).toContain(
      'none',
    );
  });
});
