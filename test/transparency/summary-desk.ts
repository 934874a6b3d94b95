import { CaseBuilder, created, done } from '../complaint/case-builder.js';
import type { Answer, SignedIn, TestApp } from '../support/test-app.js';

/** Free of anything that could name somebody. */
export const PLAIN_TEXT =
  'Two officers stopped a car and searched it. The board found that they had no lawful reason to.';

/** A writer, three people who may approve, and the steps of a summary as they take them over HTTP. */
export class SummaryDesk {
  private constructor(
    readonly redress: TestApp,
    readonly cases: CaseBuilder,
    readonly writer: SignedIn,
    readonly approvers: readonly [SignedIn, SignedIn, SignedIn],
  ) {}

  static async open(redress: TestApp): Promise<SummaryDesk> {
    const approvers = [
      await redress.staff('records'),
      await redress.staff('director'),
      await redress.staff('director'),
    ];
    const cases = await CaseBuilder.open(redress);
    return new SummaryDesk(redress, cases, await redress.staff('records'), approvers as [SignedIn, SignedIn, SignedIn]);
  }

  /** A case of these people, without a summary. */
  async newCase(body: object = {}): Promise<string> {
    return (await this.cases.file(body)).complaintId;
  }

  ask(
    complaintId: string,
    step = '',
    as = this.writer,
    method: 'GET' | 'POST' | 'PUT' = 'GET',
    body?: object,
  ): Promise<Answer> {
    const url = `/api/v1/complaints/${complaintId}/public-summary${step}`;
    return this.redress.request(method, url, { as: as.token, ...(body ? { body } : {}) });
  }

  async show(complaintId: string, as = this.writer): Promise<Answer['body']> {
    return (await this.ask(complaintId, '', as)).body;
  }

  draft(complaintId: string, text: string, as = this.writer): Promise<Answer> {
    return this.ask(complaintId, '', as, 'POST', { text });
  }

  rewrite(complaintId: string, text: string, replaces: string, as = this.writer): Promise<Answer> {
    return this.ask(complaintId, '', as, 'PUT', { text, replaces });
  }

  /** Every hit that is undecided, or those whose words are told, for one reason. */
  async keep(complaintId: string, reason: string, words?: string[], as = this.writer): Promise<Answer> {
    const { textSha256, hits } = await this.show(complaintId, as);
    const chosen = hits.filter(
      (hit: { kept: unknown; words: string }) => !hit.kept && (!words || words.includes(hit.words)),
    );
    const body = { textSha256, hits: chosen.map(({ hitId }: { hitId: string }) => ({ hitId, reason })) };
    return this.ask(complaintId, '/kept-hits', as, 'POST', body);
  }

  async submit(complaintId: string, as = this.writer): Promise<Answer> {
    const { textSha256 } = await this.show(complaintId, as);
    return this.ask(complaintId, '/submission', as, 'POST', { textSha256 });
  }

  /** As the person sees it now, or of what they have seen before. */
  async approve(
    complaintId: string,
    as: SignedIn,
    seen?: { textSha256: string; reviewSha256: string },
  ): Promise<Answer> {
    const { textSha256, reviewSha256 } = seen ?? (await this.show(complaintId, as));
    return this.ask(complaintId, '/approvals', as, 'POST', { textSha256, reviewSha256 });
  }

  withdraw(complaintId: string, as = this.writer): Promise<Answer> {
    return this.ask(complaintId, '/withdrawal', as, 'POST');
  }

  /** A new case whose summary waits for approval. */
  async submitted(text = PLAIN_TEXT, body?: object): Promise<string> {
    const complaintId = await this.newCase(body);
    const { unresolved } = created(await this.draft(complaintId, text));
    if (unresolved > 0) created(await this.keep(complaintId, 'It is public already.'));
    done(await this.submit(complaintId));
    return complaintId;
  }

  async approved(text?: string, body?: object): Promise<string> {
    const complaintId = await this.submitted(text, body);
    for (const person of this.approvers.slice(0, 2)) created(await this.approve(complaintId, person));
    return complaintId;
  }
}
