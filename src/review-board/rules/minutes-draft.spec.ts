import { describe, expect, it } from '@jest/globals';
import { draftMinutes, type MeetingRecord, type RecordedItem } from './minutes-draft.js';

const at = (time: string) => new Date(`2026-03-10T${time}:00Z`);
const item: RecordedItem = {
  ...{ id: 'i1', position: 1, title: 'A policy', closed: false, ground: null, withdrawn: false },
  ...{ recused: [], standIns: [], motions: [], reportOuts: [] },
};
const record: MeetingRecord = {
  board: 'Review board',
  kind: 'regular',
  timeZone: 'America/Chicago',
  place: 'City Hall',
  emergencyReason: null,
  openedAt: at('23:00'),
  adjournedAt: new Date('2026-03-11T01:30:00Z'),
  attendance: [{ name: 'Ana', arrivedAt: at('23:01'), leftAt: null, remote: true }],
  items: [item],
  comments: 2,
};
const textOf = (over: Partial<MeetingRecord>, at: number) => draftMinutes({ ...record, ...over })[at]?.text;

describe('minutes drafted from the record', () => {
  it('tell when it began and ended, where it was', () => {
    expect(draftMinutes(record).map(({ kind }) => kind)).toEqual([
      'opening',
      'attendance',
      'item',
      'comments',
      'adjournment',
    ]);
    expect(textOf({}, 0)).toBe('Review board: the regular meeting was called to order at 6:00 PM, City Hall.');
    expect(textOf({}, 4)).toBe('The meeting was adjourned at 8:30 PM.');
    expect(textOf({ emergencyReason: 'A deadline.' }, 0)).toContain('Why it could not wait: A deadline.');
  });

  it('tell who came, when and how, and when who left', () => {
    expect(textOf({}, 1)).toBe('Ana: from 6:01 PM (remote)');
    const left = [{ name: 'Ben', arrivedAt: at('23:05'), leftAt: at('23:40'), remote: false }];
    expect(textOf({ attendance: left }, 1)).toBe('Ben: from 6:05 PM, until 6:40 PM');
  });

  it('tell of an item who was recused and not why, who sat in whose place, each motion and each vote', () => {
    const motion = {
      ...{ text: 'To adopt.', mover: 'Ana', seconder: 'Ben', status: 'carried', yesVotes: 2, noVotes: 1 },
      ...{ degree: 0, reconsiders: false, continues: false, castingVote: null, castBy: null, opinions: [] },
      votes: [
        { name: 'Ana', choice: 'yes' },
        { name: 'Ben', choice: 'yes' },
        { name: 'Dora', choice: 'no' },
      ],
    };
    const closed = { ...item, closed: true, ground: 'Personnel', recused: ['Cleo'], motions: [motion] };
    const told = { ...closed, standIns: [{ alternate: 'Dora', member: 'Cleo' }], reportOuts: ['No action.'] };
    expect(textOf({ items: [told] }, 2)?.split('\n')).toEqual([
      'Closed session: Personnel.',
      'Cleo was recused from this item.',
      'Dora sat in the place of Cleo.',
      'Moved by Ana, seconded by Ben: To adopt.',
      'The motion was carried, 2 to 1 (yes: Ana, Ben; no: Dora).',
      'Reported out: No action.',
    ]);
    expect(textOf({ items: [{ ...told, withdrawn: true }] }, 2)).toBe('The item was withdrawn before the meeting.');
  });
});
