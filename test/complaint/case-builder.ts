import type { Answer, SignedIn, TestApp } from '../support/test-app.js';

export interface Filed {
  complaintId: string;
  caseNumber: string;
  receiptCode: string;
}

/** Brings cases as far as a test needs them, over HTTP, as the staff do. */
export class CaseBuilder {
  private constructor(
    readonly redress: TestApp,
    readonly supervisor: SignedIn,
    readonly investigator: SignedIn,
  ) {}

  static async open(redress: TestApp): Promise<CaseBuilder> {
    return new CaseBuilder(redress, await redress.staff('supervisor'), await redress.staff('investigator'));
  }

  async file(body: object = {}): Promise<Filed> {
    return created(
      await this.redress.request('POST', '/api/v1/complaints', {
        as: this.supervisor.token,
        body: { channel: 'phone', narrative: 'He pushed me against the car.', ...body },
      }),
    );
  }

  /** One step of the case by the supervisor, or by whom `as` says. */
  async step(complaintId: string, step: string, body?: object, as: SignedIn = this.supervisor): Promise<Answer> {
    const options = body === undefined ? {} : { body };
    return this.redress.request('POST', `/api/v1/complaints/${complaintId}/${step}`, { as: as.token, ...options });
  }

  async accepted(body?: object): Promise<Filed> {
    const filed = await this.file(body);
    created(await this.step(filed.complaintId, 'screening', { decision: 'accept' }));
    return filed;
  }

  /** Assigned to the investigator, with an unknown officer and these allegations. */
  async investigated(allegations: string[] = ['discourtesy']): Promise<Filed & { allegationIds: string[] }> {
    const complainant = { name: 'Rosa' };
    const filed = await this.accepted({ complainant, officerDescription: 'Tall, badge covered', allegations });
    created(await this.step(filed.complaintId, 'assignments', { staffId: this.investigator.staffId }));
    const { allegations: made } = await this.caseFile(filed.complaintId);
    return { ...filed, allegationIds: made.map((allegation: { allegationId: string }) => allegation.allegationId) };
  }

  async find(complaintId: string, allegationId: string, finding: string): Promise<{ findingId: string }> {
    const body = { allegationId, stage: 'investigator', finding, reasons: 'The video shows it.' };
    return created(await this.step(complaintId, 'findings', body, this.investigator));
  }

  /** Investigated, with this finding of the investigator on each allegation, and handed to the supervisor. */
  async handedIn(finding = 'sustained', allegations?: string[]): Promise<Filed & { allegationIds: string[] }> {
    const filed = await this.investigated(allegations);
    for (const allegationId of filed.allegationIds) await this.find(filed.complaintId, allegationId, finding);
    done(await this.step(filed.complaintId, 'draft-findings', undefined, this.investigator));
    return filed;
  }

  /** Handed in, and approved by the supervisor: the board or the end comes next. */
  async drafted(finding = 'sustained', allegations?: string[]): Promise<Filed & { allegationIds: string[] }> {
    const filed = await this.handedIn(finding, allegations);
    created(await this.step(filed.complaintId, 'reviews', { decision: 'approve' }));
    return filed;
  }

  async caseFile(complaintId: string, as: SignedIn = this.supervisor): Promise<Answer['body']> {
    return (await this.redress.request('GET', `/api/v1/complaints/${complaintId}`, { as: as.token })).body;
  }

  /** What the history says was done, oldest first. */
  async actions(complaintId: string): Promise<string[]> {
    const { body } = await this.redress.request('GET', `/api/v1/complaints/${complaintId}/history`, {
      as: this.supervisor.token,
    });
    return body.items.map((line: { action: string }) => line.action);
  }
}

export function created(answer: Answer): Answer['body'] {
  if (answer.status !== 201) throw new Error(`${answer.status} instead of 201: ${answer.text}`);
  return answer.body;
}

export function done(answer: Answer): void {
  if (answer.status !== 204) throw new Error(`${answer.status} instead of 204: ${answer.text}`);
}

/** The faults of a refusal as `path code`, in order of path. */
export function faults({ body }: Answer): string[] {
  return body.errors.map((fault: { path: string; code: string }) => `${fault.path} ${fault.code}`).sort();
}
