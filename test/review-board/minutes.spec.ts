import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityViolations, chromiumPath } from '../support/accessibility.js';
import { AnnouncedMeeting, CANARY, leaks } from '../support/announced-meeting.js';
import type { BoardRoom, Person } from '../support/board-room.js';
import { recuse } from '../support/case-builder.js';

const NAME = 'Wilhelmina Quartermaine';
let meeting: AnnouncedMeeting;
let room: BoardRoom;
beforeAll(async () => {
  meeting = await AnnouncedMeeting.of(3);
  ({ room } = meeting);
});
afterAll(() => room.redress.stop());

describe('the meeting and its minutes', () => {
  let motionId: string;
  const sections = async (as?: Person) => (await room.get(`/meetings/${meeting.meetingId}/minutes`, as)).body.sections;

  it('is held: what is said behind closed doors stays there, what is reported out is public at once', async () => {
    await room.made(`/meetings/${meeting.meetingId}/agenda/posting`);
    await meeting.amend({ retitle: { itemId: meeting.openItem, title: 'Policy on cameras' } });
    await room.wait(100);
    await room.made(`/meetings/${meeting.meetingId}/opening`);
    const [ana, ben, cleo] = room.members;
    for (const { memberId } of [ana!, ben!, cleo!])
      await room.made(`/meetings/${meeting.meetingId}/arrivals`, { memberId });
    await recuse(room.redress, meeting.complaintId, cleo!.staffId);
    motionId = await room.move(meeting.closedItem, { text: `That ${CANARY}` });
    for (const member of [ana!, ben!]) await room.vote(motionId, member, 'yes', `Because ${CANARY}`);
    const reports = `/meetings/${meeting.meetingId}/agenda/items`;
    expect((await room.post(`${reports}/${meeting.openItem}/reports-out`, { text: 'x' })).body.code).toBe(
      'item-not-closed',
    );
    const quorum = await room.post(`/motions/${motionId}/decision`);
    expect(quorum.body).toMatchObject({ status: 'carried', quorum: 2, membersPresent: 2 });
    await room.made(`${reports}/${meeting.closedItem}/reports-out`, { text: 'The board decided, 2 to 0.' });
    expect((await meeting.told()).agenda[1].reportsOut).toMatchObject([{ text: 'The board decided, 2 to 0.' }]);
    const comment = (over: object) =>
      room.post(`/meetings/${meeting.meetingId}/public-comments`, {
        publishName: false,
        text: 'Cameras help.',
        ...over,
      });
    expect((await comment({ publishName: true })).body.code).toBe('name-missing');
    expect((await comment({ name: NAME, text: `I am ${NAME}.` })).body.code).toBe('name-in-text');
    expect((await comment({ name: NAME, itemId: meeting.openItem })).status).toBe(201);
    expect((await comment({ name: 'Ada Bell', publishName: true, text: 'More of them.' })).status).toBe(201);
    expect((await comment({ text: 'Less.' })).status).toBe(201);
    await room.made(`/meetings/${meeting.meetingId}/adjournment`);
    expect(leaks(await meeting.walk(), [CANARY, meeting.complaintId, NAME])).toEqual([]);
  });

  it('minutes are drafted from the record; a recused member and clerk do not read the part on their case', async () => {
    expect((await room.post(`/meetings/${meeting.meetingId}/minutes`)).status).toBe(204);
    expect((await room.post(`/meetings/${meeting.meetingId}/minutes`)).body.code).toBe('minutes-there');
    const all = await sections();
    expect(all.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['opening', 'attendance', ...Array<string>(3).fill('item'), 'comments', 'adjournment'],
    ]);
    expect(all[3].text).toContain(`${room.members[2]!.signInName} was recused from this item.`);
    expect(all[3].text).toContain(`The motion was carried, 2 to 0 (yes: ${room.members[0]!.signInName}`);
    expect(all[3].text).toContain(CANARY);
    expect(JSON.stringify(all)).not.toContain('relation_to_officer');
    expect(JSON.stringify(await sections(room.members[2]))).not.toContain(CANARY);
    expect(await sections(room.members[2])).toHaveLength(6);
    const raw = await room.connect(room.members[2]!.staffId);
    const { rows } = await raw.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM redress.minutes_section WHERE complaint_id = $1)
            + (SELECT count(*) FROM redress.report_out WHERE complaint_id = $1)
            + (SELECT count(*) FROM redress.agenda_amendment WHERE complaint_id = $1)
            + (SELECT count(*) FROM redress.agenda_material WHERE complaint_id = $1) AS n`,
      [meeting.complaintId],
    );
    await raw.end();
    expect(rows).toEqual([{ n: '0' }]);
  });

  it('a part is edited by one of two at once, and a motion from before the edit does not approve it', async () => {
    const [opening] = await sections();
    const edit = { version: 1, text: `${opening.text}\nThe pledge was said.` };
    const path = `/api/v1/meetings/${meeting.meetingId}/minutes/sections/${opening.id}`;
    const put = (body: object) => room.redress.request('PUT', path, { as: room.clerk.token, body });
    const next = await room.sit([{ title: 'Minutes', approvesMinutesOf: meeting.meetingId }, {}]);
    const early = await carry(next.itemIds[0]!);
    const edits = await Promise.all([put(edit), put(edit)]);
    expect(edits.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const approve = (motion: string) =>
      room.post(`/meetings/${meeting.meetingId}/minutes/approval`, { motionId: motion });
    expect((await approve(early)).body).toMatchObject({ status: 409, code: 'minutes-changed' });
    expect((await approve(motionId)).body).toMatchObject({ status: 422, code: 'not-of-these-minutes' });
    const forced = room.redress.database.owner.query(
      `UPDATE redress.minutes SET status = 'approved', approved_at = now(), approved_by_motion = $2 WHERE meeting_id = $1`,
      [meeting.meetingId, early],
    );
    await expect(forced).rejects.toMatchObject({ code: '23514' });
    expect((await meeting.told('/minutes')).status).toBe(404);
    expect((await approve(await carry(next.itemIds[0]!))).status).toBe(204);
    expect((await put({ ...edit, version: 2 })).body.code).toBe('minutes-approved');
    expect(
      (await room.post(`/meetings/${meeting.meetingId}/public-comments`, { publishName: false, text: 'x' })).body.code,
    ).toBe('minutes-approved');
    await room.made(`/meetings/${next.meetingId}/adjournment`);
  });

  it('are published with closed parts withheld: 0 bytes of them on any public page', async () => {
    const { sections: published, comments } = await meeting.told('/minutes');
    expect(published[0].text).toContain('The pledge was said.');
    expect(published[3]).toMatchObject({ text: null, recused: [room.members[2]!.signInName] });
    expect(comments).toMatchObject([
      { number: 1, name: null, text: 'Cameras help.', itemId: meeting.openItem },
      { number: 2, name: 'Ada Bell' },
      { number: 3, name: null, text: 'Less.' },
    ]);
    const pages = await meeting.walk();
    expect(pages.filter(({ answer }) => answer.status === 200).length).toBeGreaterThan(9);
    expect(leaks(pages, [CANARY, meeting.complaintId, NAME, 'relation_to_officer'])).toEqual([]);
    expect(leaks(pages, ['The pledge was said.'])).toHaveLength(2);
    const page = pages.find(({ path }) => path.endsWith(`/meetings/riverton/${meeting.meetingId}/minutes`))!.answer
      .text;
    expect(page).toContain('What was said here is withheld.');
    expect(page).toContain('Reported out: The board decided, 2 to 0.');
  });

  const browser = chromiumPath();
  if (!browser)
    console.warn('No Chromium here (CHROMIUM_PATH): the accessibility of agenda and minutes is not checked.');
  (browser ? it : it.skip)(
    'are pages on which axe-core finds nothing wrong in Chromium, and a planted fault',
    async () => {
      const base = await room.redress.app.listen(0, '127.0.0.1').then(() => room.redress.app.getUrl());
      const pages = ['', `/${meeting.meetingId}`, `/${meeting.meetingId}/minutes`].map(
        (path) => `${base}/meetings/riverton${path}`,
      );
      await room.redress.database.owner.query(
        `INSERT INTO published.overdue_answers VALUES ('riverton', 'City of Riverton', '2026-03-01', true, 1, NULL, '{3}');
         INSERT INTO published.overdue_answer VALUES ('riverton', 'R-1', 'discipline', '2026-01-01', '2026-02-26', 3, 1)`,
      );
      pages.push(`${base}/overdue-answers/riverton`);
      expect(await accessibilityViolations(browser!, pages)).toEqual([]);
      const planted = 'data:text/html,<html><title>x</title><main><h1>x</h1><img src="x"></main></html>';
      expect((await accessibilityViolations(browser!, [planted])).join()).toContain('image-alt');
    },
  );

  it('are found out when they leak (planted)', async () => {
    const { owner } = room.redress.database;
    await owner.query(`UPDATE published.minutes_section SET text = $2 WHERE meeting_id = $1 AND text IS NULL`, [
      meeting.meetingId,
      CANARY,
    ]);
    expect(leaks(await meeting.walk(), [CANARY])).toHaveLength(2);
    await owner.query(`UPDATE published.minutes_section SET text = NULL WHERE meeting_id = $1 AND text = $2`, [
      meeting.meetingId,
      CANARY,
    ]);
    await expect(owner.query(`UPDATE published.agenda_item SET title = 'x' WHERE closed`)).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('leave the public side when the case is sealed', async () => {
    const { rows } = await room.redress.database.owner.query<{ complaint_id: string }>(
      `SELECT complaint_id FROM redress.agenda_item WHERE title LIKE 'Hearing%'`,
    );
    expect(leaks(await meeting.walk(), ['Miller']).length).toBeGreaterThan(2);
    await seal(rows[0]!.complaint_id);
    expect(leaks(await meeting.walk(), ['Miller'])).toEqual([]);
    expect((await meeting.told()).agenda[2]).toMatchObject({ title: null, closed: false });
  });

  it('and when it is destroyed: what was reported out of its session is withheld from then on', async () => {
    expect(leaks(await meeting.walk(), ['2 to 0']).length).toBeGreaterThan(2);
    await room.redress.database.owner.query(
      `INSERT INTO redress.tombstone (jurisdiction_id, complaint_id, case_number, ground, authority, on_day, warrant_id)
       SELECT jurisdiction_id, id, case_number, 'expunged', 'court_order', current_date, gen_random_uuid()
         FROM redress.complaint WHERE id = $1`,
      [meeting.complaintId],
    );
    expect(leaks(await meeting.walk(), ['2 to 0'])).toEqual([]);
    expect((await meeting.told()).agenda[1].reportsOut).toMatchObject([{ text: null }]);
  });

  async function carry(agendaItemId: string): Promise<string> {
    const motion = await room.move(agendaItemId, { text: 'To approve the minutes.' });
    for (const member of room.members) await room.vote(motion, member, 'yes');
    await room.made(`/motions/${motion}/decision`);
    return motion;
  }
});

async function seal(id: string): Promise<void> {
  const director = await room.person('director');
  const sealed = await room.post(`/complaints/${id}/sealing`, { orderedBy: 'court', reference: 'No. 1' }, director);
  if (sealed.status >= 300) throw new Error(sealed.text);
}
