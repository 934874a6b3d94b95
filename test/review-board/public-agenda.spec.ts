import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { AnnouncedMeeting, CANARY, leaks } from '../support/announced-meeting.js';
import type { BoardRoom } from '../support/board-room.js';

let meeting: AnnouncedMeeting;
let room: BoardRoom;
beforeAll(async () => {
  meeting = await AnnouncedMeeting.of(3);
  ({ room } = meeting);
});
afterAll(() => room.redress.stop());

describe('before the agenda is posted', () => {
  it('the public is told nothing', async () => {
    const pages = await meeting.walk();
    expect(leaks(pages, ['Policy on', CANARY])).toEqual([]);
    expect(pages.filter(({ path }) => path.includes(meeting.meetingId)).map(({ answer }) => answer.status)).toEqual(
      Array<number>(5).fill(404),
    );
    expect((await meeting.amend({ withdraw: { itemId: meeting.openItem } })).body.code).toBe('agenda-not-posted');
  });

  it('papers go to whom they are for: the public gets links under open items of no case', async () => {
    const path = `/meetings/${meeting.meetingId}/agenda/items/${meeting.closedItem}/materials`;
    const link = { kind: 'link', title: 'x', url: 'https://example.org/x', seenBy: 'public' };
    expect((await room.post(path, link)).body).toMatchObject({ status: 422, code: 'material-not-public' });
    expect((await room.post(path, { ...link, url: 'javascript:alert(1)' })).status).toBe(422);
    expect((await room.post(path, { ...link, kind: 'evidence' })).body.code).toBe('material-incomplete');
    const evidence = { kind: 'evidence', title: 'x', referenceId: room.boardId, seenBy: 'members' };
    expect((await room.post(path, evidence)).body.code).toBe('no-such-reference');
    const auditor = await room.person('auditor');
    const seen = await Promise.all(
      [room.clerk, room.members[0]!, auditor, meeting.recusedClerk].map((person) =>
        room.get(`/meetings/${meeting.meetingId}/materials`, person),
      ),
    );
    expect(seen.map(({ body }) => body.length)).toEqual([2, 2, 1, 1]);
    expect(seen[3]!.text).not.toContain(CANARY);
  });
});

describe('the posted agenda', () => {
  it('is whole though a recused clerk posts it, and tells of a closed item its ground alone', async () => {
    expect((await room.post(`/meetings/${meeting.meetingId}/agenda/posting`, {}, meeting.recusedClerk)).status).toBe(
      204,
    );
    expect(await meeting.told()).toMatchObject({
      ...{ board: 'Review board', kind: 'regular', status: 'scheduled', sequence: 0, timeZone: 'America/Chicago' },
      agenda: [
        { position: 1, title: 'Policy on <b>body cameras</b> & searches', materials: [{ title: 'Draft policy' }] },
        { position: 2, title: null, ground: 'Personnel: charges against a public employee (Gov. Code 54957(b))' },
        { position: 3, title: 'Hearing of the Miller complaint' },
      ],
    });
    expect(leaks(await meeting.walk(), [CANARY, meeting.complaintId])).toEqual([]);
  });

  it('is a page in which a title cannot become markup, and a calendar that another program reads', async () => {
    const html = await room.redress.request('GET', `/meetings/riverton/${meeting.meetingId}`);
    expect(html.headers['content-type']).toContain('text/html');
    expect(html.text).toContain('&lt;b&gt;body cameras&lt;/b&gt; &amp; searches');
    expect(html.text).not.toContain('<script');
    for (const path of ['.ics', `/${meeting.meetingId}/agenda.ics`]) {
      const { text, headers } = await room.redress.request('GET', `/api/v1/jurisdictions/riverton/meetings${path}`);
      expect(headers['content-type']).toContain('text/calendar');
      const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
      const read = new ICAL.Event(event);
      expect(read.startDate.toJSDate().getTime()).toBe(
        Math.floor(Date.parse((await meeting.told()).startsAt) / 1000) * 1000,
      );
      expect([read.summary, read.location, read.sequence]).toEqual([
        ...['Review board: regular meeting', 'City Hall; room 2, “north” · https://example.org/board', 0],
      ]);
    }
  });

  it('is amended in public: what stood is shown with the time, and of a closed item nothing', async () => {
    expect((await meeting.amend({})).body).toMatchObject({ status: 422, code: 'one-change' });
    expect((await meeting.amend({ retitle: { itemId: meeting.openItem, title: 'Policy on cameras' } })).status).toBe(
      201,
    );
    expect((await meeting.amend({ retitle: { itemId: meeting.closedItem, title: `Again ${CANARY}` } })).status).toBe(
      201,
    );
    expect(
      (await meeting.amend({ retitle: { itemId: meeting.closedItem, title: 'x' } }, meeting.recusedClerk)).status,
    ).toBe(404);
    const added = await meeting.amend({ add: { title: 'Budget', closed: false } });
    expect((await meeting.amend({ withdraw: { itemId: added.body.itemId } })).status).toBe(201);
    expect((await meeting.amend({ withdraw: { itemId: added.body.itemId } })).body.code).toBe('item-withdrawn');
    const { agenda, sequence } = await meeting.told();
    expect(sequence).toBe(4);
    expect(agenda[0]).toMatchObject({
      title: 'Policy on cameras',
      amendments: [{ kind: 'retitled', formerTitle: 'Policy on <b>body cameras</b> & searches', lateGround: null }],
    });
    expect(agenda[1]).toMatchObject({ title: null, amendments: [{ kind: 'retitled', formerTitle: null }] });
    expect(agenda[3]).toMatchObject({ withdrawn: true, amendments: [{ kind: 'added' }, { kind: 'withdrawn' }] });
    expect(leaks(await meeting.walk(), [CANARY, meeting.complaintId])).toEqual([]);
  });

  it('is not amended after the notice deadline, but on a ground of the charter, which is told', async () => {
    expect((await meeting.amend({ add: { title: 'x', closed: false }, lateGround: '54954.2(b)(2)' })).body.code).toBe(
      'amendment-in-time',
    );
    await room.wait(40);
    meeting.recusedClerk.token = (await room.person('clerk')).token;
    expect((await meeting.amend({ add: { title: 'Late', closed: false } })).body).toMatchObject({
      status: 409,
      code: 'amendment-too-late',
    });
    expect((await meeting.amend({ add: { title: 'Late', closed: false }, lateGround: '54954.2(b)(2)' })).status).toBe(
      201,
    );
    expect((await meeting.told()).agenda[4].amendments).toMatchObject([
      { kind: 'added', lateGround: expect.stringContaining('immediate action') },
    ]);
  });
});

describe('a cancelled meeting', () => {
  it('stays in the list and in calendars as cancelled, with the reason', async () => {
    const cancelled = await room.schedule('special', 48);
    await room.made(`/meetings/${cancelled}/agenda/items`, { title: 'An item', closed: false });
    await room.made(`/meetings/${cancelled}/agenda/posting`);
    expect(
      (await room.post(`/meetings/${cancelled}/cancellation`, { reason: 'No quorum is to be expected.' })).status,
    ).toBe(204);
    expect((await room.post(`/meetings/${cancelled}/cancellation`, { reason: 'x' })).body.code).toBe(
      'meeting-cancelled',
    );
    const { text } = await room.redress.request(
      'GET',
      `/api/v1/jurisdictions/riverton/meetings/${cancelled}/agenda.ics`,
    );
    expect(text).toContain('STATUS:CANCELLED\r\n');
    expect(text).toContain('SEQUENCE:1\r\n');
    const page = await room.redress.request('GET', `/meetings/riverton/${cancelled}`);
    expect(page.text).toContain('No quorum is to be expected.');
  });

  it('of emergency says why it cannot wait, and no other does', async () => {
    const when = { boardId: room.boardId, startsAt: new Date(room.now().getTime() + 3_600_000).toISOString() };
    expect((await room.post('/meetings', { ...when, kind: 'emergency' })).body.code).toBe('emergency-reason-missing');
    const reasoned = { ...when, kind: 'special', emergencyReason: 'x' };
    expect((await room.post('/meetings', reasoned)).body.code).toBe('reason-out-of-place');
  });
});
