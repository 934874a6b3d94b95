import { describe, expect, it } from '@jest/globals';
import { searchFaults } from './search-faults.js';

const word = (code: string) => ({ code, label: code });
const charter = {
  classifications: [{ ...word('full'), track: 'investigation' as const }],
  allegationGroups: [word('force')],
  intake: { channels: [word('web')], anonymousAccepted: true },
} as unknown as Parameters<typeof searchFaults>[1];
const faults = (question: object) =>
  searchFaults({ sort: 'received', filter: {}, ...question }, charter).map(({ path, code }) => `${path} ${code}`);

describe('a saved question', () => {
  it('fits while the charter knows its words', () => {
    const filter = { classification: 'full', allegationGroup: 'force', channel: 'web', status: 'filed', overdue: true };
    expect(faults({ filter })).toEqual([]);
  });

  it.each<[object, string]>([
    [{ filter: { classification: 'gone' } }, '/filter/classification not-in-charter'],
    [{ filter: { channel: 'telex' } }, '/filter/channel not-in-charter'],
    [{ filter: { allegationGroup: 'manners' } }, '/filter/allegationGroup not-in-charter'],
    [{ filter: { status: 'pending' } }, '/filter/status no-such-status'],
    [{ filter: { beat: '12' } }, '/filter/beat no-such-filter'],
    [{ sort: 'size' }, '/sort no-such-order'],
  ])('does not fit any more: %j', (question, fault) => {
    expect(faults(question)).toEqual([fault]);
  });
});
