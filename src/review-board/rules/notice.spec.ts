import { describe, expect, it } from '@jest/globals';
import { genericCharter, type MeetingKind } from '../../charter/index.js';
import { noticeIsLawful } from './notice.js';

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
