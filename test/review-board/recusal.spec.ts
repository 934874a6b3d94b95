import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom, type Member } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';

const CANARY = 'heron-at-the-weir';
let room: BoardRoom;
let [ana, ben, cleo]: Member[] = [];
beforeAll(async () => {
  room = await BoardRoom.of(3);
  [ana, ben, cleo] = room.members;
});
afterAll(() => room.redress.stop());

async function caseOnAgenda() {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const memberIds = [ana!, ben!, cleo!].map(({ memberId }) => memberId);
  const panelId = await room.made(`/complaints/${complaintId}/panels`, { boardId: room.boardId, memberIds });
  const item = { title: `Case ${CANARY}`, complaintId, panelId, closed: true, legalBasis: '54957' };
  const { meetingId, itemIds } = await room.sit([{ title: 'Public comment' }, item]);
  return { complaintId, allegationId: allegationIds[0], meetingId, agendaItemId: itemIds[1], panelId };
}

describe('recusal', () => {
  it('takes one of three away and leaves a quorum, which decides without them', async () => {
    const { complaintId, agendaItemId } = await caseOnAgenda();
    await recuse(room.redress, complaintId, cleo!.staffId);
    const motionId = await room.move(agendaItemId);
    await room.vote(motionId, ana!, 'yes');
    await room.vote(motionId, ben!, 'no');
    const decision = { status: 'failed', quorum: 2, membersPresent: 2, yesVotes: 1, noVotes: 1 };
    expect((await room.post(`/motions/${motionId}/decision`)).body).toEqual(decision);
  });

  it('of two of three takes the quorum away: nothing is decided, and a new panel may be asked', async () => {
    const { complaintId, meetingId, agendaItemId } = await caseOnAgenda();
    const motionId = await room.move(agendaItemId);
    for (const member of room.members) await room.vote(motionId, member, 'yes');
    for (const member of [ben!, cleo!]) await recuse(room.redress, complaintId, member.staffId);
    expect((await room.post(`/motions/${motionId}/decision`)).body).toMatchObject({ status: 409, code: 'no-quorum' });
    expect((await room.post(`/meetings/${meetingId}/adjournment`)).body.code).toBe('motion-open');
    expect((await room.post(`/motions/${motionId}/withdrawal`)).status).toBe(204);
    expect((await room.post(`/meetings/${meetingId}/adjournment`)).status).toBe(204);
    const again = await room.post(`/complaints/${complaintId}/panels`, { boardId: room.boardId });
    expect(again.body).toMatchObject({ status: 409, code: 'too-few-members' });
    const [dora, eli] = [await room.seat(), await room.seat()];
    const panel = await room.post(`/complaints/${complaintId}/panels`, { boardId: room.boardId });
    expect(panel.body.memberIds.toSorted()).toEqual([ana!, dora, eli].map(({ memberId }) => memberId).toSorted());
  });

  it('keeps a member from moving and seconding', async () => {
    const { complaintId, agendaItemId } = await caseOnAgenda();
    await recuse(room.redress, complaintId, ben!.staffId);
    const moved = { agendaItemId, text: 'That …', moverId: ana!.memberId, seconderId: ben!.memberId };
    expect((await room.post('/motions', moved)).body).toMatchObject({ status: 409, code: 'recused' });
  });

  it('hides item, motion, votes, panel and recommendation: not a byte of the case reaches the member', async () => {
    const { complaintId, allegationId, meetingId, agendaItemId } = await caseOnAgenda();
    const motionId = await room.move(agendaItemId, {
      text: `That ${CANARY}`,
      allegationId,
      proposedFinding: 'sustained',
    });
    for (const member of [ana!, ben!, cleo!]) await room.vote(motionId, member, 'yes', `Because ${CANARY}`);
    await room.made(`/motions/${motionId}/decision`);
    const sent = { motionId, kind: 'training', text: CANARY, addressedTo: 'Chief of Police' };
    const recommendationId = await room.made(`/complaints/${complaintId}/recommendations`, sent);
    await room.made(`/complaints/${complaintId}/recommendations/${recommendationId}/answers`, {
      answer: 'depart',
      reasons: CANARY,
    });

    const pages = [
      '/meetings',
      `/meetings/${meetingId}`,
      `/motions/${motionId}`,
      `/complaints/${complaintId}/recommendations`,
    ];
    const before = await Promise.all(pages.map((page) => room.get(page, cleo)));
    expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(before.filter(({ text }) => text.includes(CANARY))).toHaveLength(3);
    const declared = await room.post(`/complaints/${complaintId}/recusals`, { reason: 'relation_to_officer' }, cleo);
    expect(declared.status).toBe(201);
    const after = await Promise.all(pages.map((page) => room.get(page, cleo)));
    expect(after.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
    const told = after.map(({ text }) => text).join();
    for (const secret of [CANARY, complaintId, motionId, agendaItemId!, recommendationId])
      expect(told).not.toContain(secret);
    expect(after[1]?.body.agenda).toMatchObject([{ title: 'Public comment', position: 1 }]);
    expect((await room.get(`/meetings/${meetingId}`, ana)).text).toContain(CANARY);
    expect(await rowsSeen(complaintId, cleo!.staffId)).toEqual(TABLES.map((table) => ({ table, rows: 0 })));
    const seenByAna = await rowsSeen(complaintId, ana!.staffId);
    // A member reads no history, recused or not.
    expect(seenByAna.filter(({ rows }) => rows === 0).map(({ table }) => table)).toEqual(['history_event']);
  });

  it('keeps a clerk from the case too, and leaves the rest of the agenda to them', async () => {
    const recused = await room.person('clerk');
    const { complaintId } = await buildCase(room.redress);
    await recuse(room.redress, complaintId, recused.staffId);
    const meetingId = await room.schedule();
    await room.made(`/meetings/${meetingId}/agenda/items`, { title: 'The case', closed: false, complaintId });
    const path = `/meetings/${meetingId}/agenda/items`;
    expect((await room.post(path, { title: 'The case', closed: false, complaintId }, recused)).status).toBe(404);
    expect((await room.post(path, { title: 'A policy', closed: false }, recused)).body.position).toBe(2);
  });
});

const TABLES = [
  'agenda_item',
  'panel',
  'panel_member',
  'motion',
  'vote',
  'recommendation',
  'chief_answer',
  'finding',
  'history_event',
];

/** What the application's role sees of the case's rows in a transaction of this person's. */
async function rowsSeen(complaintId: string, staffId: string): Promise<{ table: string; rows: number }[]> {
  const client = await room.connect(staffId);
  const seen = [];
  for (const table of TABLES) {
    const sql = `SELECT count(*)::int AS rows FROM redress.${table} WHERE complaint_id = $1`;
    seen.push({ table, rows: (await client.query<{ rows: number }>(sql, [complaintId])).rows[0]!.rows });
  }
  await client.end();
  return seen;
}
