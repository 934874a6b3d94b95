import { form, FORM_TYPE, type Fields } from '../evidence/evidence-desk.js';
import type { Agency } from './agency.js';
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

  /** Its clocks as `rule state due`, in the charter's order; a clock that stopped tells the day. */
  async clocks(name: string): Promise<string[]> {
    const { items } = await this.reads(name, 'deadlines');
    return items.map(
      ({ rule, state, dueOn, stoppedOn }: Record<string, string | null>) =>
        `${rule} ${state} ${stoppedOn === null ? `due ${dueOn}` : `on ${stoppedOn}, due ${dueOn}`}`,
    );
  }

  /** What was found, allegation by allegation, stage by stage: `category: stage finding, …`; superseded ones in brackets. */
  async findings(name: string): Promise<string[]> {
    const { allegations } = await this.reads(name);
    return allegations.map(
      ({ category, findings }: { category: string; findings: Record<'stage' | 'finding' | 'standing', string>[] }) =>
        `${category}: ${findings
          .map(({ stage, finding, standing }) => (standing ? `${stage} ${finding}` : `(${stage} ${finding})`))
          .join(', ')}`,
    );
  }

  /** The history in order, each line as `who action`; the same after each other told once. */
  async history(name: string): Promise<string[]> {
    const lines: string[] = [];
    let after = '';
    do {
      const { items, next } = await this.reads(name, `history?limit=100${after}`);
      for (const { actorKind, actorId, action } of items as Record<string, string>[]) {
        const line = `${actorKind === 'staff' ? this.agency.nameOf(actorId ?? null) : actorKind} ${action}`;
        if (line !== lines.at(-1)) lines.push(line);
      }
      after = next === null ? '' : `&after=${next}`;
    } while (after !== '');
    return lines;
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
