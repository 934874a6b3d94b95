import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { investigativeCharter } from '../support/agency-charters.js';
import { BoardRoom, type Member, type Person } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

const GROUND = { closed: true, legalBasis: '105(1)(f)' };
let room: BoardRoom;
let alternate: Member;
/** One appointed by each authority, as in New York: mayor, council, police commissioner. */
const panel: Member[] = [];

beforeAll(async () => {
  room = await BoardRoom.of(0, investigativeCharter);
  for (const by of ['Mayor', 'City Council', 'Police Commissioner'])
    panel.push(await seated(by, `Seat of the ${by}`, false));
  alternate = await seated('City Council', 'Alternate', true);
});
afterAll(() => room.redress.stop());

async function seated(appointingAuthority: string, label: string, isAlternate: boolean): Promise<Member> {
  const seat = { label, alternate: isAlternate, appointingAuthority, establishedOn: '2020-01-01' };
  const seatId = await room.made(`/boards/${room.boardId}/seats`, seat);
  const person: Person = await room.person('board_member');
  const term = { staffId: person.staffId, seatId, termFrom: '2020-01-01', termTo: '2040-12-31' };
  const member = { ...person, memberId: await room.made(`/boards/${room.boardId}/members`, term) };
  room.members.push(member);
  return member;
}

/** A case with its panel on the agenda of a regular meeting, called 72 hours ahead, in closed session. */
async function beforeThePanel() {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const memberIds = panel.map(({ memberId }) => memberId);
  const panelId = await room.made(`/complaints/${complaintId}/panels`, { boardId: room.boardId, memberIds });
  const meetingId = await room.schedule('regular', 73);
  const item = { title: 'Case review', complaintId, panelId, ...GROUND };
  const itemId = await room.made(`/meetings/${meetingId}/agenda/items`, item);
  await room.made(`/meetings/${meetingId}/agenda/posting`);
  await room.wait(73);
  await room.made(`/meetings/${meetingId}/opening`);
  for (const { memberId } of room.members) await room.made(`/meetings/${meetingId}/arrivals`, { memberId });
  return { complaintId, allegationId: allegationIds[0]!, meetingId, itemId };
}

describe('a panel of three', () => {
  it('finds by two to one, and the third dissents: the dissent is kept with the case and told nobody', async () => {
    const [first, second, third] = panel as [Member, Member, Member];
    const { complaintId, allegationId, meetingId, itemId } = await beforeThePanel();
    const finding = 'substantiated_command_discipline_b';
    const motionId = await room.move(itemId, { allegationId, proposedFinding: finding });
    await room.vote(motionId, first, 'yes');
    await room.vote(motionId, second, 'yes');
    await room.vote(motionId, third, 'no', 'The film does not show it.');
    const result = (await room.post(`/motions/${motionId}/decision`)).body;
    expect(result).toEqual({ status: 'carried', quorum: 3, membersPresent: 3, yesVotes: 2, noVotes: 1 });
    const dissent = { kind: 'dissent', text: 'I would find that he kept within the guidelines.' };
    const { id } = (await room.post(`/motions/${motionId}/opinions`, dissent, third)).body;
    const shown = (await room.get(`/motions/${motionId}`)).body;
    expect(shown.roll.map(({ position }: { position: string }) => position).toSorted()).toEqual(['no', 'yes', 'yes']);
    expect(shown.opinions).toMatchObject([{ id, authors: [third.signInName], text: dissent.text, publishedAt: null }]);
    expect((await room.post(`/opinions/${id}/publication`)).body.code).toBe('opinion-not-public');
    const { rows } = await room.redress.database.owner.query(
      'SELECT stage, finding, generic_class FROM redress.finding WHERE allegation_id = $1',
      [allegationId],
    );
    expect(rows).toEqual([{ stage: 'board', finding, generic_class: 'sustained' }]);
    await room.made(`/meetings/${meetingId}/agenda/items/${itemId}/reports-out`, { text: 'Substantiated, 2 to 1.' });
    const sent = { motionId, kind: 'discipline', allegationId, disciplineKind: 'command_discipline_b' };
    await room.made(`/complaints/${complaintId}/recommendations`, { ...sent, text: 'B.', addressedTo: 'Commissioner' });
    await room.made(`/meetings/${meetingId}/adjournment`);
    const told = await room.redress.request('GET', `/api/v1/jurisdictions/riverton/meetings/${meetingId}`);
    expect(told.body.agenda).toMatchObject([{ title: null, reportsOut: [{ text: 'Substantiated, 2 to 1.' }] }]);
    expect(told.text).not.toContain('guidelines');
  });

  it('loses its quorum by a recusal in the middle of a vote, seats an alternate, and decides anew', async () => {
    const [first, second, third] = panel as [Member, Member, Member];
    const { complaintId, allegationId, meetingId, itemId } = await beforeThePanel();
    const move = () => room.move(itemId, { allegationId, proposedFinding: 'unfounded' });
    const lost = await move();
    for (const member of [first, second, third]) await room.vote(lost, member, 'yes');
    const recusal = { reason: 'relation_to_officer' };
    expect((await room.post(`/complaints/${complaintId}/recusals`, recusal, third)).status).toBe(201);
    expect((await room.post(`/motions/${lost}/decision`)).body.code).toBe('no-quorum');
    const standIn = { alternateId: alternate.memberId, memberId: third.memberId, complaintId };
    expect((await room.post(`/meetings/${meetingId}/stand-ins`, standIn)).body.code).toBe('motion-open');
    await room.made(`/motions/${lost}/withdrawal`);
    await room.made(`/meetings/${meetingId}/stand-ins`, standIn);
    const motionId = await move();
    await room.vote(motionId, first, 'yes');
    await room.vote(motionId, second, 'no');
    expect((await room.post(`/motions/${motionId}/decision`)).body.code).toBe('votes-outstanding');
    await room.vote(motionId, alternate, 'yes');
    const result = { status: 'carried', quorum: 3, membersPresent: 3, yesVotes: 2, noVotes: 1 };
    expect((await room.post(`/motions/${motionId}/decision`)).body).toEqual(result);
    expect((await room.get(`/motions/${motionId}`)).body).toMatchObject({ seats: 3, roll: { length: 3 } });
    expect((await room.get(`/motions/${motionId}`, third)).status).toBe(404);
    await room.made(`/meetings/${meetingId}/adjournment`);
    await room.made(`/meetings/${meetingId}/minutes`);
    const { sections } = (await room.get(`/meetings/${meetingId}/minutes`)).body;
    const item: string = sections.find(({ kind }: { kind: string }) => kind === 'item').text;
    expect(item).toContain(`${third.signInName} was recused from this item.`);
    expect(item).toContain(`${alternate.signInName} sat in the place of ${third.signInName}.`);
    expect(item).toContain('The motion was withdrawn.');
    expect(item).not.toContain('relation');
  });
});
