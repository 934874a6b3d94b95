import { describe, expect, it } from '@jest/globals';
import { agendaInWords, itemInWords, meetingTitle, placeInWords, timeInWords } from './meeting-words.js';

const meeting = {
  ...{
    board: 'Review board',
    kind: 'regular',
    startsAt: new Date('2026-03-10T23:00:00Z'),
    timeZone: 'America/Chicago',
  },
  ...{ status: 'scheduled', place: 'City Hall', remoteAccess: 'https://example.org/board' },
};
const item = { position: 1, title: 'A policy', closed: false, ground: null, withdrawn: false };

describe('a meeting in words', () => {
  it('is told by its board and kind, and by the clock of the place', () => {
    expect(meetingTitle(meeting)).toBe('Review board: regular meeting');
    expect(meetingTitle({ ...meeting, status: 'cancelled' })).toBe('Review board: regular meeting (cancelled)');
    expect(timeInWords(meeting.startsAt, 'America/Chicago')).toBe('Tuesday, March 10, 2026 at 6:00 PM CDT');
    expect(placeInWords(meeting)).toBe('City Hall · https://example.org/board');
    expect(placeInWords({ ...meeting, place: null, remoteAccess: null })).toBeNull();
  });

  it('tells of a closed item its ground and nothing else', () => {
    const closed = { ...item, title: 'planted', closed: true, ground: 'Personnel' };
    expect(itemInWords(closed)).toBe('Closed session: Personnel');
    expect(agendaInWords([item, { ...closed, position: 2, withdrawn: true }])).toBe(
      '1. A policy\n2. Closed session: Personnel (withdrawn)',
    );
    expect(itemInWords({ ...item, title: null })).toBe('Withheld');
  });
});
