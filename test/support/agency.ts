import type { CharterDocument, MeetingKind } from '../../src/charter/index.js';
import { RegisterStaff, SignIn } from '../../src/identity/index.js';
import { Clock } from '../../src/platform/clock.js';
import type { StaffRole } from '../../src/shared/actor.js';
import { type Answer, PASSWORD, TestApp } from './test-app.js';

const HOUR = 3_600_000;

interface Person {
  staffId: string;
  memberId: string;
  token: string;
  /** Sessions end: whoever comes back after that signs in again */
  signedInAt: number;
}

/** An agency with its people, met over HTTP, in a time of its own that goes on when the story says so. */
export class Agency {
  private readonly people = new Map<string, Person>();
  private boardId = '';
  private department: Promise<{ id: string; key: string }> | undefined;

  private constructor(
    readonly redress: TestApp,
    readonly clerk: string,
  ) {}

  /** @param roles by the person's name; board members are seated by the first clerk @param start e.g. 2026-03-02T09:00:00-06:00 */
  static async open(charter: CharterDocument, start: string, roles: Record<string, StaffRole>): Promise<Agency> {
    const redress = await TestApp.start(charter);
    const clerk = Object.keys(roles).find((name) => roles[name] === 'clerk') ?? '';
    const agency = new Agency(redress, clerk);
    agency.setTime(new Date(start).getTime());
    for (const [name, role] of Object.entries(roles)) await agency.register(name, role);
    const members = Object.keys(roles).filter((name) => roles[name] === 'board_member');
    if (members.length > 0) agency.boardId = (await agency.does(clerk, '/boards', { name: 'Board' })).id;
    for (const name of members) {
      const seat = { staffId: agency.id(name), appointedBy: 'mayor', termFrom: '2025-01-01', termTo: '2060-12-31' };
      agency.person(name).memberId = (await agency.does(clerk, `/boards/${agency.boardId}/members`, seat)).id;
    }
    return agency;
  }

  stop(): Promise<void> {
    return this.redress.stop();
  }

  id(name: string): string {
    return this.person(name).staffId;
  }

  /** The name of the story behind an id of the staff; other ids as they are. */
  nameOf(staffId: string | null): string {
    return [...this.people].find(([, { staffId: own }]) => own === staffId)?.[0] ?? String(staffId);
  }

  /** The day where the agency is, YYYY-MM-DD. */
  today(): string {
    return this.now().toLocaleDateString('en-CA', { timeZone: 'America/Chicago' });
  }

  async wait(days: number): Promise<void> {
    this.setTime(this.now().getTime() + days * 24 * HOUR);
    return Promise.resolve();
  }

  async get(name: string, path: string): Promise<Answer> {
    return this.redress.request('GET', `/api/v1${path}`, { as: await this.signedIn(name) });
  }

  /** A request of this person's, whatever comes of it. */
  async tries(name: string, path: string, body?: object, method: 'POST' | 'PUT' = 'POST'): Promise<Answer> {
    const options = body === undefined ? {} : { body };
    return this.redress.request(method, `/api/v1${path}`, { as: await this.signedIn(name), ...options });
  }

  /** The same, which must come to something; returns what came of it. */
  async does(name: string, path: string, body?: object): Promise<Answer['body']> {
    const answer = await this.tries(name, path, body);
    if (answer.status >= 300) throw new Error(`${name} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  async reads(name: string, path: string): Promise<Answer['body']> {
    const answer = await this.get(name, path);
    if (answer.status >= 300) throw new Error(`${name} GET ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** What the city's police send with their key, or read of their own; refused is the test's end. */
  async reports(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer['body']> {
    const { key } = await this.police();
    const url = `/api/v1/use-of-force-reports${path}`;
    const answer = await this.redress.request(method, url, { as: key, body, headers });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** Registers an officer of the city's police. */
  async officer(name: string, officer: object): Promise<string> {
    const { id: departmentId } = await this.police();
    return (await this.does(name, '/officers', { departmentId, ...officer })).officerId;
  }

  /** A panel of these members for the case. */
  async panel(complaintId: string, members: readonly string[]): Promise<string> {
    const memberIds = members.map((name) => this.person(name).memberId);
    return (await this.does(this.clerk, `/complaints/${complaintId}/panels`, { boardId: this.boardId, memberIds })).id;
  }

  /** A meeting called with the charter's notice, and open when its time has come. Returns the agenda's items, in order. */
  async meeting(
    items: readonly object[],
    { present, noticeHours, kind = 'regular' }: { present: readonly string[]; noticeHours: number; kind?: MeetingKind },
  ): Promise<{ meetingId: string; itemIds: string[] }> {
    const startsAt = new Date(this.now().getTime() + (noticeHours + 1) * HOUR).toISOString();
    const meetingId: string = (await this.does(this.clerk, '/meetings', { boardId: this.boardId, kind, startsAt })).id;
    const path = `/meetings/${meetingId}`;
    const itemIds: string[] = [];
    for (const item of items) itemIds.push((await this.does(this.clerk, `${path}/agenda/items`, item)).id);
    await this.does(this.clerk, `${path}/agenda/posting`);
    await this.wait((noticeHours + 1) / 24);
    await this.does(this.clerk, `${path}/opening`);
    for (const name of present)
      await this.does(this.clerk, `${path}/arrivals`, { memberId: this.person(name).memberId });
    return { meetingId, itemIds };
  }

  /** A motion of the first two voters, voted on by all of them: `yes`, `no`, or `no: because …`. Returns it with its result. */
  async votes(agendaItemId: string, motion: object, ballots: Record<string, string>): Promise<Answer['body']> {
    const [mover = '', seconder = ''] = Object.keys(ballots);
    const by = { moverId: this.person(mover).memberId, seconderId: this.person(seconder).memberId };
    const { id } = await this.does(this.clerk, '/motions', { agendaItemId, ...by, ...motion });
    for (const [name, ballot] of Object.entries(ballots)) {
      const [choice, reason] = ballot.split(': ');
      await this.does(name, `/motions/${id}/votes`, { choice, ...(reason === undefined ? {} : { reason }) });
    }
    return { id, ...(await this.does(this.clerk, `/motions/${id}/decision`)) };
  }

  private police(): Promise<{ id: string; key: string }> {
    return (this.department ??= this.redress.department('City Police'));
  }

  private async register(name: string, role: StaffRole): Promise<void> {
    const person = { signInName: name, displayName: name, password: PASSWORD, roles: [role] };
    const { id } = await this.redress.app.get(RegisterStaff).run(this.redress.system, person);
    this.people.set(name, { staffId: id, memberId: '', token: '', signedInAt: -Infinity });
  }

  private person(name: string): Person {
    const person = this.people.get(name);
    if (!person) throw new Error(`Nobody of the agency is called ${name}.`);
    return person;
  }

  async signedIn(name: string): Promise<string> {
    const person = this.person(name);
    const now = this.now().getTime();
    if (now - person.signedInAt > 0.15 * HOUR) {
      const credentials = { jurisdiction: this.redress.jurisdiction.slug, signInName: name, password: PASSWORD };
      person.token = (await this.redress.app.get(SignIn).run(credentials)).token;
      person.signedInAt = now;
    }
    return person.token;
  }

  private now(): Date {
    return this.redress.app.get(Clock).now();
  }

  private setTime(to: number): void {
    const since = Date.now();
    this.redress.app.get(Clock).now = () => new Date(to + Date.now() - since);
  }
}
