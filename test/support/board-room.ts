import pg from 'pg';
import { type CharterDocument, genericCharter } from '../../src/charter/index.js';
import { RegisterStaff, SignIn } from '../../src/identity/index.js';
import { Clock } from '../../src/platform/clock.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import type { StaffRole } from '../../src/shared/actor.js';
import { type Answer, PASSWORD, TestApp } from './test-app.js';

/** No notice for an emergency, so that most tests need not wait for days; notice itself is tested by the clock. */
export const boardCharter: CharterDocument = {
  ...genericCharter,
  meetings: { ...genericCharter.meetings, noticeHours: { regular: 72, special: 24, emergency: 0 } },
};

export interface Person {
  signInName: string;
  staffId: string;
  token: string;
}
export interface Member extends Person {
  memberId: string;
}
export interface Sitting {
  meetingId: string;
  /** In the agenda's order */
  itemIds: string[];
}

export const RAW_VOTE = `
  INSERT INTO redress.vote (jurisdiction_id, id, motion_id, member_id, complaint_id, choice, cast_at)
  SELECT jurisdiction_id, gen_random_uuid(), id, $2, complaint_id, 'yes', now() FROM redress.motion WHERE id = $1`;

let named = 0;

/** A board of so many members and its clerk, met over HTTP. */
export class BoardRoom {
  boardId = '';
  clerk!: Person;
  readonly members: Member[] = [];

  private constructor(readonly redress: TestApp) {}

  static async of(seats: number, charter = boardCharter): Promise<BoardRoom> {
    return BoardRoom.in(await TestApp.start(charter), seats);
  }

  static async in(redress: TestApp, seats: number): Promise<BoardRoom> {
    const room = new BoardRoom(redress);
    room.clerk = await room.person('clerk');
    room.boardId = await room.made('/boards', { name: 'Review board' });
    for (let seat = 0; seat < seats; seat++) room.members.push(await room.seat());
    return room;
  }

  /** Somebody new on the board. */
  async seat(): Promise<Member> {
    const person = await this.person('board_member');
    const seat = { staffId: person.staffId, appointedBy: 'mayor', termFrom: '2020-01-01', termTo: '2040-12-31' };
    return { ...person, memberId: await this.made(`/boards/${this.boardId}/members`, seat) };
  }

  async person(role: StaffRole): Promise<Person> {
    const signInName = `${role}-${++named}`;
    const { app, system } = this.redress;
    const { id } = await app
      .get(RegisterStaff)
      .run(system, { signInName, displayName: signInName, password: PASSWORD, roles: [role] });
    return { signInName, staffId: id, token: await this.token(signInName) };
  }

  /** Time goes on; everybody signs in again, as sessions end. */
  async wait(hours: number): Promise<void> {
    const clock = this.redress.app.get(Clock);
    const then = clock.now().getTime() + hours * 3_600_000;
    const since = Date.now();
    clock.now = () => new Date(then + Date.now() - since);
    for (const person of [this.clerk, ...this.members]) person.token = await this.token(person.signInName);
  }

  now(): Date {
    return this.redress.app.get(Clock).now();
  }

  async get(path: string, as: Person = this.clerk): Promise<Answer> {
    return this.redress.request('GET', `/api/v1${path}`, { as: as.token });
  }

  async post(path: string, body: object = {}, as: Person = this.clerk): Promise<Answer> {
    return this.redress.request('POST', `/api/v1${path}`, { as: as.token, body });
  }

  /** The id of what a POST of the clerk's made; anything but a 2xx is the test's end. */
  async made(path: string, body: object = {}): Promise<string> {
    const { status, text, body: answer } = await this.post(path, body);
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
    return answer?.id ?? '';
  }

  async schedule(kind = 'emergency', hoursAhead = 0.1): Promise<string> {
    const startsAt = new Date(this.now().getTime() + hoursAhead * 3_600_000).toISOString();
    const emergency = kind === 'emergency' ? { emergencyReason: 'It could not wait.' } : {};
    return this.made('/meetings', { boardId: this.boardId, kind, startsAt, ...emergency });
  }

  /** A meeting with this agenda, posted and open, these members in the room. */
  async sit(items: object[], present: readonly Member[] = this.members): Promise<Sitting> {
    const meetingId = await this.schedule();
    const itemIds: string[] = [];
    for (const item of items)
      itemIds.push(
        await this.made(`/meetings/${meetingId}/agenda/items`, { title: 'An item', closed: false, ...item }),
      );
    await this.made(`/meetings/${meetingId}/agenda/posting`);
    await this.made(`/meetings/${meetingId}/opening`);
    for (const { memberId } of present) await this.made(`/meetings/${meetingId}/arrivals`, { memberId });
    return { meetingId, itemIds };
  }

  /** A motion of the first two members', unless said otherwise. */
  async move(agendaItemId: string | undefined, over: object = {}): Promise<string> {
    const [mover, seconder] = this.members;
    const motion = { text: 'That it be so.', moverId: mover?.memberId, seconderId: seconder?.memberId };
    return this.made('/motions', { agendaItemId, ...motion, ...over });
  }

  async vote(motionId: string, member: Person, choice: string, reason?: string): Promise<Answer> {
    return this.post(`/motions/${motionId}/votes`, { choice, ...(reason === undefined ? {} : { reason }) }, member);
  }

  /** A connection past the application, as its own database role, in the transactions of this person or of nobody. */
  async connect(staffId = ''): Promise<pg.Client> {
    const client = new pg.Client(connectionOptions(this.redress.database.connections.appUrl));
    await client.connect();
    await client.query(`SELECT set_config('redress.jurisdiction', $1, false), set_config('redress.staff', $2, false)`, [
      this.redress.jurisdiction.id,
      staffId,
    ]);
    return client;
  }

  /** A vote past the application; the SQLSTATE of what the database refused, or null. */
  async rawVote(motionId: string, memberId: string): Promise<string | null> {
    const client = await this.connect();
    try {
      await client.query(RAW_VOTE, [motionId, memberId]);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.end();
    }
  }

  /** Until somebody stands in line for a row: the second of two has come to where the first holds it. */
  async untilSomebodyWaits(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const { rows } = await this.redress.database.owner.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows[0]!.waiting > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Nobody waits: the two passed each other.');
  }

  private async token(signInName: string): Promise<string> {
    const credentials = { jurisdiction: this.redress.jurisdiction.slug, signInName, password: PASSWORD };
    return (await this.redress.app.get(SignIn).run(credentials)).token;
  }
}
