import { describe, expect, it } from '@jest/globals';
import { openingRefused, scheduleRefused } from './meeting-time.js';

const at = (time: string) => new Date(time);

describe('when a meeting may be', () => {
  it.each([
    ['tomorrow', '2026-03-11T18:00:00Z', null],
    ['a year and a day ahead', '2027-03-11T18:00:00Z', null],
    ['two days later than that', '2027-03-13T18:00:00Z', 'meeting-too-far'],
    ['this very moment', '2026-03-10T18:00:00Z', 'meeting-in-the-past'],
    ['yesterday', '2026-03-09T18:00:00Z', 'meeting-in-the-past'],
  ])('scheduled for %s', (_when, startsAt, code) => {
    expect(scheduleRefused(at(startsAt), at('2026-03-10T18:00:00Z'))?.code ?? null).toBe(code);
  });

  it.each([
    ['at its time', '2026-03-10T18:00:00Z', null],
    ['an hour late', '2026-03-10T19:00:00Z', null],
    ['a quarter of an hour early', '2026-03-10T17:45:00Z', null],
    ['a second earlier than that', '2026-03-10T17:44:59Z', 'too-early'],
  ])('opened %s', (_when, now, code) => {
    expect(openingRefused(at('2026-03-10T18:00:00Z'), at(now))?.code ?? null).toBe(code);
  });
});
