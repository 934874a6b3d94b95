import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, icalendar } from './icalendar.js';

const event: CalendarEvent = {
  uid: '018f@riverton',
  startsAt: new Date('2026-03-10T23:00:00Z'),
  changedAt: new Date('2026-03-01T08:30:15.250Z'),
  sequence: 2,
  cancelled: false,
  summary: 'Review board',
  location: 'City Hall; Room 2, north',
  description: 'Item 1\nItem 2 \\ more',
};
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('a calendar file, read by another program', () => {
  it('says when, where and what, and which change it is', () => {
    const [one] = read(icalendar('Meetings', [event]));
    expect(one?.startDate.toJSDate()).toEqual(event.startsAt);
    expect(one?.startDate.zone.tzid).toBe('UTC');
    expect([one?.uid, one?.sequence, one?.summary, one?.location, one?.description]).toEqual([
      ...[event.uid, 2, event.summary, event.location, event.description],
    ]);
  });

  it('says that a meeting was cancelled', () => {
    expect(icalendar('Meetings', [{ ...event, cancelled: true }])).toContain('STATUS:CANCELLED\r\n');
  });

  it('gives back any text, whatever is in it, in lines of 75 octets at most (1,000 texts)', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 }).map((any) => any.replaceAll(/\p{Cc}|\p{Cs}/gu, ' '));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (summary, lines) => {
        const description = lines.join('\n');
        const file = icalendar('Meetings', [{ ...event, summary, description }]);
        const [one] = read(file);
        expect([one?.summary ?? '', one?.description ?? '']).toEqual([summary, description]);
        expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no text begin a line of its own', () => {
    const hostile = 'x\r\nATTENDEE:mailto:planted@example.org\nEND:VEVENT';
    const file = icalendar('Meetings', [{ ...event, summary: hostile }]);
    expect(file.split('\r\n').filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
    expect(read(file)).toHaveLength(1);
  });
});
