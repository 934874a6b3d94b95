import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EstablishJurisdiction, genericCharter } from '../../src/charter/index.js';
import { RegisterStaff, SignIn } from '../../src/identity/index.js';
import type { StaffRole } from '../../src/shared/actor.js';
import { BoardRoom, type Person } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';
import { PASSWORD } from '../support/test-app.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(3)));
afterAll(() => room.redress.stop());

/** Somebody with this role in the next town. */
async function neighbour(role: StaffRole): Promise<Person> {
  const { app } = room.redress;
  const place = { slug: 'laketown', name: 'Town of Lake', timeZone: 'America/Chicago', charter: genericCharter };
  const { id: jurisdictionId } = await app.get(EstablishJurisdiction).run(place);
  const signInName = `${role}-next-door`;
  const person = { signInName, displayName: signInName, password: PASSWORD, roles: [role] };
  const { id } = await app.get(RegisterStaff).run({ kind: 'system', jurisdictionId }, person);
  const { token } = await app.get(SignIn).run({ jurisdiction: place.slug, signInName, password: PASSWORD });
  return { signInName, staffId: id, token };
}

it('the board of one jurisdiction is not there for the staff of another', async () => {
  const { complaintId } = await buildCase(room.redress);
  const { meetingId, itemIds } = await room.sit([{ complaintId }]);
  const motionId = await room.move(itemIds[0]);
  const clerk = await neighbour('clerk');
  expect((await room.get('/boards', clerk)).body).toEqual([]);
  expect((await room.get('/meetings', clerk)).body).toEqual([]);
  for (const path of [`/meetings/${meetingId}`, `/motions/${motionId}`, `/complaints/${complaintId}/recommendations`]) {
    expect((await room.get(path, clerk)).status).toBe(404);
  }
  const { memberId } = room.members[0]!;
  const posts: [path: string, body: object][] = [
    [
      `/boards/${room.boardId}/members`,
      { staffId: clerk.staffId, appointedBy: 'mayor', termFrom: '2026-01-01', termTo: '2026-12-31' },
    ],
    [
      '/meetings',
      { boardId: room.boardId, kind: 'regular', startsAt: new Date(Date.now() + 86_400_000).toISOString() },
    ],
    [`/meetings/${meetingId}/agenda/items`, { title: 'x', closed: false }],
    [`/meetings/${meetingId}/agenda/posting`, {}],
    [`/meetings/${meetingId}/opening`, {}],
    [`/meetings/${meetingId}/arrivals`, { memberId }],
    [`/meetings/${meetingId}/departures`, { memberId }],
    [`/meetings/${meetingId}/adjournment`, {}],
    [`/complaints/${complaintId}/panels`, { boardId: room.boardId }],
    ['/motions', { agendaItemId: itemIds[0], text: 'x', moverId: memberId, seconderId: room.members[1]!.memberId }],
    [`/motions/${motionId}/decision`, {}],
    [`/motions/${motionId}/withdrawal`, {}],
  ];
  for (const [path, body] of posts) expect([path, (await room.post(path, body, clerk)).status]).toEqual([path, 404]);
  expect((await room.vote(motionId, await neighbour('board_member'), 'yes')).status).toBe(404);
  expect((await room.get(`/motions/${motionId}`)).body).toMatchObject({ status: 'open', votes: [] });
});
