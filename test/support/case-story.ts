import { form, FORM_TYPE, type Fields } from '../evidence/evidence-desk.js';
import type { Agency } from './agency.js';
import {
  clocksTold,
  decisionsTold,
  disciplinesTold,
  findingsTold,
  historyTold,
  titled,
  type TitledAllegation,
  workTold,
} from './case-told.js';
import type { Answer } from './test-app.js';

/** One case of an agency, told step by step: what its staff do to it, and what who complains sees of it. */
export class CaseStory {
  private constructor(
    readonly agency: Agency,
    readonly id: string,
    readonly caseNumber: string,
    private readonly receipt: string,
  ) {}

  /** Somebody writes from outside. @param reader who of the staff looks up its id in the list of cases */
  static async filed(agency: Agency, reader: string, complaint: object): Promise<CaseStory> {
    const url = `/api/v1/jurisdictions/${agency.redress.jurisdiction.slug}/complaints`;
    const { status, body, text } = await agency.redress.request('POST', url, { body: complaint });
    if (status !== 201) throw new Error(text);
    const { items } = await agency.reads(reader, '/complaints');
    const { complaintId } = items.find(({ caseNumber }: { caseNumber: string }) => caseNumber === body.caseNumber);
    return new CaseStory(agency, complaintId, body.caseNumber, body.receiptCode);
  }

  /** The staff take it in. */
  static async takenIn(agency: Agency, by: string, complaint: object): Promise<CaseStory> {
    const { complaintId, caseNumber, receiptCode } = await agency.does(by, '/complaints', complaint);
    return new CaseStory(agency, complaintId, caseNumber, receiptCode);
  }

  path(rest = ''): string {
    return `/complaints/${this.id}${rest === '' ? '' : `/${rest}`}`;
  }

  does(name: string, step: string, body?: object): Promise<Answer['body']> {
    return this.agency.does(name, this.path(step), body);
  }

  tries(name: string, step: string, body?: object): Promise<Answer> {
    return this.agency.tries(name, this.path(step), body);
  }

  reads(name: string, rest = ''): Promise<Answer['body']> {
    return this.agency.reads(name, this.path(rest));
  }

  /** A piece of work; what comes back takes its next step. */
  async works(name: string, kind: string, work: object): Promise<(step: object) => Promise<void>> {
    const { itemId } = await this.does(name, kind, work);
    return async (step) => {
      await this.does(name, `${kind}/${itemId}/steps`, step);
    };
  }

  /** Sends something of the case to another body, today; what comes back records an answer of it. */
  async refers(name: string, body: string, sent: readonly string[]) {
    const { referralId } = await this.does(name, 'referrals', { body, sent, sentOn: this.agency.today() });
    return async (kind: 'acknowledged' | 'replied', text?: string): Promise<void> => {
      const answer = { kind, on: this.agency.today(), ...(text === undefined ? {} : { text }) };
      await this.does(name, `referrals/${referralId}/answers`, answer);
    };
  }

  async work(name: string): Promise<string[]> {
    return workTold((await this.reads(name, 'work')).items);
  }

  /** A letter, sent today: to who complains, in the portal, unless said otherwise. Returns its words. */
  async sendsLetter(
    name: string,
    template: string,
    values: object = {},
    way = 'portal',
    personId?: string,
  ): Promise<string> {
    const { letterId } = await this.does(name, 'letters', { template, values, ...(personId && { personId }) });
    await this.does(name, `letters/${letterId}/delivery`, { to: 'sent', way, on: this.agency.today() });
    return (await this.reads(name, `letters/${letterId}`)).body;
  }

  async uploads(name: string, fields: Fields, file: Buffer): Promise<Answer['body']> {
    return this.sent(this.path('evidence/files'), { as: await this.agency.signedIn(name) }, fields, file);
  }

  /** With the receipt: what the person sees, or does with a body. */
  async mine(rest = '', body?: object): Promise<Answer['body']> {
    const answer = await this.agency.redress.request(body === undefined ? 'GET' : 'POST', `/api/v1${this.my(rest)}`, {
      receipt: this.receipt,
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status >= 300) throw new Error(`${rest}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  async sendsFile(fields: Fields, file: Buffer): Promise<Answer['body']> {
    return this.sent(this.my('files'), { receipt: this.receipt }, fields, file);
  }

  /** Where it stands for the person: `stage (the last milestone reached, its day)`. */
  async stage(): Promise<string> {
    const { stage, milestones } = await this.mine();
    const reached = milestones.filter((milestone: { reached: boolean }) => milestone.reached);
    const { label, on } = reached.at(-1);
    return `${stage} (${label}, ${on})`;
  }

  async clocks(name: string): Promise<string[]> {
    return clocksTold((await this.reads(name, 'deadlines')).items);
  }

  /** What its allegations are called here: `category by badge`, or `category` where nobody knows who. */
  async titles(name: string): Promise<string[]> {
    return (await this.allegations(name)).map(({ title }) => title);
  }

  async finds(name: string, stage: string, title: string, finding: string, more: object = {}): Promise<void> {
    const allegationId = await this.allegationId(name, title);
    await this.does(name, 'findings', { allegationId, stage, finding, reasons: 'It is so.', ...more });
  }

  /** The board votes on a finding; see `Agency.votes`. */
  async decided(agendaItemId: string, title: string, proposedFinding: string, ballots: Record<string, string>) {
    const allegationId = await this.allegationId(this.agency.clerk, title);
    return this.agency.votes(agendaItemId, { text: 'That it be so.', allegationId, proposedFinding }, ballots);
  }

  /** Discipline for an allegation goes to the chief, who answers when the story calls what comes back. */
  async recommends(title: string, motionId: string, discipline: object) {
    const allegationId = await this.allegationId(this.agency.clerk, title);
    const body = { kind: 'discipline', motionId, allegationId, text: 'It was found.', addressedTo: 'Chief of Police' };
    const sent = await this.does(this.agency.clerk, 'recommendations', { ...body, ...discipline });
    const answered = async (answer: object) => {
      await this.does(this.agency.clerk, `recommendations/${sent.id}/answers`, answer);
    };
    return { id: String(sent.id), answerDueOn: String(sent.answerDueOn), answered };
  }

  async findings(name: string): Promise<string[]> {
    return findingsTold(await this.allegations(name));
  }

  /** The chain of decisions on an allegation. */
  async decisions(name: string, title: string): Promise<string[]> {
    return decisionsTold(await this.reads(name, 'decisions'), await this.allegationId(name, title));
  }

  async disciplines(name: string): Promise<string[]> {
    return disciplinesTold(await this.allegations(name));
  }

  async history(name: string): Promise<string[]> {
    const { items, next } = await this.reads(name, 'history?limit=200');
    if (next !== null) throw new Error('A longer history than a page.');
    const lines = items as Record<'actorKind' | 'actorId' | 'action', string>[];
    const who = (kind: string, id: string): string => (kind === 'staff' ? this.agency.nameOf(id) : kind);
    return historyTold(lines.map(({ actorKind, actorId, action }) => ({ who: who(actorKind, actorId), action })));
  }

  async allegationId(name: string, title: string): Promise<string> {
    const allegation = (await this.allegations(name)).find((each) => each.title === title);
    if (!allegation) throw new Error(`The case has no allegation ${title}.`);
    return allegation.allegationId;
  }

  private async allegations(name: string): Promise<TitledAllegation[]> {
    return titled(await this.reads(name));
  }

  private my(rest: string): string {
    return `/jurisdictions/${this.agency.redress.jurisdiction.slug}/my-complaint${rest === '' ? '' : `/${rest}`}`;
  }

  private async sent(path: string, by: object, fields: Fields, file: Buffer): Promise<Answer['body']> {
    const headers = { 'content-type': FORM_TYPE };
    const url = `/api/v1${path}`;
    const answer = await this.agency.redress.request('POST', url, { ...by, body: form(fields, file), headers });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
}
