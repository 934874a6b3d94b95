import { BoardRoom, type Person } from './board-room.js';
import { buildCase, recuse } from './case-builder.js';
import { type PublicPage, walkPublicMeetings } from './public-room.js';
import type { Answer } from './test-app.js';

/** Planted wherever something is said behind closed doors. */
export const CANARY = 'heron-at-the-weir';

/** A regular meeting with an open item, an open one of a case, and a closed one of a case; canaries in all that is closed. */
export class AnnouncedMeeting {
  meetingId = '';
  openItem = '';
  closedItem = '';
  complaintId = '';
  /** From the case of the closed item */
  recusedClerk!: Person;

  private constructor(readonly room: BoardRoom) {}

  static async of(seats: number): Promise<AnnouncedMeeting> {
    const meeting = new AnnouncedMeeting(await BoardRoom.of(seats));
    await meeting.prepare();
    return meeting;
  }

  async amend(change: object, as?: Person): Promise<Answer> {
    return this.room.post(`/meetings/${this.meetingId}/agenda/amendments`, change, as);
  }

  async walk(): Promise<PublicPage[]> {
    return walkPublicMeetings(this.room, [this.meetingId]);
  }

  /** What the public is told of the meeting; `/minutes` of its minutes. */
  // Read by name, as a client would.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async told(rest = ''): Promise<any> {
    const path = `/api/v1/jurisdictions/riverton/meetings/${this.meetingId}${rest}`;
    return (await this.room.redress.request('GET', path)).body;
  }

  private async prepare(): Promise<void> {
    const { room } = this;
    const startsAt = new Date(room.now().getTime() + 100 * 3_600_000).toISOString();
    const place = 'City Hall; room 2, “north”';
    const when = { boardId: room.boardId, kind: 'regular', startsAt, place, remoteAccess: 'https://example.org/board' };
    this.meetingId = await room.made('/meetings', when);
    this.complaintId = (await buildCase(room.redress)).complaintId;
    const closed = { complaintId: this.complaintId, closed: true, legalBasis: '54957' };
    this.openItem = await this.item({ title: 'Policy on <b>body cameras</b> & searches' });
    this.closedItem = await this.item({ title: `Case ${CANARY}`, ...closed });
    await this.item({
      title: 'Hearing of the Miller complaint',
      complaintId: (await buildCase(room.redress)).complaintId,
    });
    await this.paper(this.openItem, { title: 'Draft policy', url: 'https://example.org/policy.pdf', seenBy: 'public' });
    await this.paper(this.closedItem, { title: CANARY, url: `https://example.org/${CANARY}`, seenBy: 'members' });
    this.recusedClerk = await room.person('clerk');
    await recuse(room.redress, this.complaintId, this.recusedClerk.staffId);
  }

  private async item(over: object): Promise<string> {
    const item = { title: 'An item', closed: false, ...over };
    return this.room.made(`/meetings/${this.meetingId}/agenda/items`, item);
  }

  private async paper(itemId: string, over: object): Promise<void> {
    await this.room.made(`/meetings/${this.meetingId}/agenda/items/${itemId}/materials`, { kind: 'link', ...over });
  }
}

/** The public pages on which one of these words stands. */
export function leaks(pages: readonly PublicPage[], words: readonly string[]): string[] {
  return pages.filter(({ answer }) => words.some((word) => answer.text.includes(word))).map(({ path }) => path);
}
