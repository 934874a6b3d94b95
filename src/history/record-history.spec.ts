import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../shared/actor.js';
import { type HistoryEntry, recordHistory, recordHistoryOfMany } from './record-history.js';

const at = new Date('2026-11-02T12:34:56.789Z');
const hour = new Date('2026-11-02T12:00:00Z');
const jurisdictionId = '018f2d3c-1111-7222-8333-444455556666';
const entry = { action: 'complaint.file', at, subject: { kind: 'complaint', id: 'c-1' } };
const staff: Actor = { kind: 'staff', jurisdictionId, staffId: 's-1', roles: ['intake'] };

/** What was written: the statement, and its values by the column that they are for. */
async function written(work: (manager: { query: (...asked: unknown[]) => Promise<unknown> }) => Promise<void>) {
  const calls: unknown[][] = [];
  await work({ query: (...asked) => Promise.resolve(calls.push(asked)) });
  const [[sql, values] = []] = calls;
  const [place, ids, time, actorKind, actorId, action, subjectKind, subjects, complaintId, details] =
    values as unknown[];
  return { calls, sql, place, ids, time, actorKind, actorId, action, subjectKind, subjects, complaintId, details };
}
const of = (changed: Partial<HistoryEntry> & { actor: Actor }) =>
  written((manager) => recordHistory(manager, { ...entry, ...changed }));

/** The milliseconds that stand in a UUIDv7. */
const timeIn = (id: string): number => parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('an entry of the history', () => {
  it('says who did what to what, when, and of which case', async () => {
    const told = await of({ actor: staff, complaintId: 'c-1', details: { to: 'screening' } });
    expect(told.calls).toHaveLength(1);
    expect(told.sql).toMatch(/^INSERT INTO redress\.history_event\s/);
    expect(told).toMatchObject({
      ...{ place: jurisdictionId, time: at, actorKind: 'staff', actorId: 's-1', action: 'complaint.file' },
      ...{ subjectKind: 'complaint', subjects: ['c-1'], complaintId: 'c-1', details: '{"to":"screening"}' },
    });
    expect((told.ids as string[]).map(timeIn)).toEqual([at.getTime()]);
  });

  it('is of no case, and says nothing more, where there is nothing to say', async () => {
    expect(await of({ actor: staff })).toMatchObject({ complaintId: null, details: '{}' });
  });

  it.each<[Actor, string | null, Date]>([
    [{ kind: 'department', jurisdictionId, departmentId: 'd-1' }, 'd-1', at],
    [{ kind: 'system', jurisdictionId }, null, at],
    [{ kind: 'complainant', jurisdictionId, complaintId: 'c-1', receiptId: 'r-1' }, null, hour],
    [{ kind: 'public', jurisdictionId }, null, hour],
  ])('of %j names %j, at %s, in its id too', async (actor, actorId, time) => {
    const told = await of({ actor });
    expect(told).toMatchObject({ actorId, actorKind: actor.kind, time });
    expect((told.ids as string[]).map(timeIn)).toEqual([time.getTime()]);
  });

  it('is written for each of many subjects, in one statement', async () => {
    const subjects = { kind: 'complaint', ids: ['c-1', 'c-2', 'c-3'] };
    const { action } = entry;
    const told = await written((manager) => recordHistoryOfMany(manager, { action, at, actor: staff, subjects }));
    expect(told.calls).toHaveLength(1);
    expect(told.subjects).toEqual(['c-1', 'c-2', 'c-3']);
    expect(new Set(told.ids as string[]).size).toBe(3);
  });
});
