import { type Answer, type SignedIn } from '../support/test-app.js';
import { type CaseBuilder, created, type Filed } from './case-builder.js';

/** Whom a shield hides. */
export const NAME = 'Zephyrine Quillfeather';

/** A case whose complainant chose to be shielded, and what is done about it, over HTTP. */
export class ShieldedCases {
  constructor(
    readonly cases: CaseBuilder,
    private readonly director: SignedIn,
  ) {}

  /** A shielded complainant and a witness, assigned to the investigator. */
  async file(): Promise<Filed> {
    const complainant = { name: NAME, contact: '555-010-0100' };
    const filed = await this.cases.accepted({ complainant, privacy: 'agency_only' });
    created(await this.cases.step(filed.complaintId, 'assignments', { staffId: this.cases.investigator.staffId }));
    created(await this.cases.step(filed.complaintId, 'people', { roles: ['witness'], name: 'Ana Witness' }));
    return filed;
  }

  get(complaintId: string, part: string, as: SignedIn = this.cases.investigator): Promise<Answer> {
    return this.cases.redress.request('GET', `/api/v1/complaints/${complaintId}/${part}`, { as: as.token });
  }

  async ask(complaintId: string, as = this.cases.investigator): Promise<string> {
    const reason = 'To hear her as a witness.';
    return created(await this.cases.step(complaintId, 'identity-requests', { reason }, as)).requestId;
  }

  decide(complaintId: string, requestId: string, granted: boolean, as = this.director): Promise<Answer> {
    const body = { granted, reason: 'The interview needs it.' };
    return this.cases.step(complaintId, `identity-requests/${requestId}/decision`, body, as);
  }
}
