import { genericCharter } from '../../src/charter/index.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created } from './case-builder.js';

const { parties } = genericCharter;
const roles = [...parties.roles, { code: 'elder', label: 'Elder of the community', represents: ['person' as const] }];

/** People of cases in a place whose charter knows one more kind of representative: they are noted, changed and read. */
export class PeopleDesk {
  private constructor(
    readonly redress: TestApp,
    readonly cases: CaseBuilder,
  ) {}

  static async open(): Promise<PeopleDesk> {
    const redress = await TestApp.start({ ...genericCharter, parties: { ...parties, roles } });
    return new PeopleDesk(redress, await CaseBuilder.open(redress));
  }

  async add(complaintId: string, person: object): Promise<string> {
    return created(await this.cases.step(complaintId, 'people', person)).personId;
  }

  edit(complaintId: string, personId: string, body: object, as: SignedIn = this.cases.supervisor): Promise<Answer> {
    return this.redress.request('PATCH', `/api/v1/complaints/${complaintId}/people/${personId}`, {
      as: as.token,
      body: { version: 1, reason: 'She told us.', ...body },
    });
  }

  versions(complaintId: string, personId: string, as: SignedIn = this.cases.supervisor): Promise<Answer> {
    return this.redress.request('GET', `/api/v1/complaints/${complaintId}/people/${personId}/versions`, {
      as: as.token,
    });
  }

  async texts(complaintId: string): Promise<Answer['body']> {
    const as = this.cases.supervisor.token;
    return (await this.redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, { as })).body;
  }

  async complainantOf(complaintId: string): Promise<string> {
    const { people } = await this.cases.caseFile(complaintId);
    return people.find((one: { roles: string[] }) => one.roles.includes('complainant')).personId;
  }

  async inCase(complaintId: string, personId: string): Promise<Answer['body']> {
    const { people } = await this.cases.caseFile(complaintId);
    return people.find((one: { personId: string }) => one.personId === personId);
  }
}
