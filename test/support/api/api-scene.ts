import { permissions, type Permission } from '../../../src/identity/index.js';
import { STAFF_ROLES } from '../../../src/shared/actor.js';
import { CaseBuilder, created } from '../../complaint/case-builder.js';
import { sampleReport } from '../../use-of-force-report/sample-report.js';
import { BoardRoom } from '../board-room.js';
import type { DescribedOperation } from './described-api.js';
import type { TestApp } from '../test-app.js';

/** Who calls an operation, and what is really there for it, by the names that fields have. */
export interface Caller {
  headers: Record<string, string>;
  known: Record<string, string>;
}

/** Places, people and cases for calls to any operation: new ones for each, since calls end sessions and move cases on. */
export class ApiScene {
  readonly shared: Record<string, string> = {};

  private constructor(
    private readonly redress: TestApp,
    private readonly cases: CaseBuilder,
  ) {}

  static async open(redress: TestApp): Promise<ApiScene> {
    const scene = new ApiScene(redress, await CaseBuilder.open(redress));
    const room = await BoardRoom.in(redress, 3);
    const { meetingId, itemIds } = await room.sit([{ title: 'An item' }]);
    const motionId = await room.move(itemIds[0]);
    const shared = { meetingId, motionId, itemId: itemIds[0]!, boardId: room.boardId };
    const members = { memberId: room.members[0]!.memberId, moverId: room.members[0]!.memberId };
    const { body } = await redress.request('GET', `/api/v1/jurisdictions/${redress.jurisdiction.slug}/charters`);
    const charterId = String(body.items?.[0]?.id ?? body[0]?.id ?? '');
    const own = { jurisdiction: redress.jurisdiction.slug, charterId, otherId: charterId };
    Object.assign(scene.shared, { ...shared, ...members, ...own, seconderId: room.members[1]!.memberId });
    return scene;
  }

  async callerOf({ operation }: DescribedOperation): Promise<Caller> {
    // An operation before may have said that everybody needs a second factor, or named a provider that is nowhere: then none
    // after it would get anywhere.
    await this.redress.database.owner.query('DELETE FROM redress.sign_in_policy; DELETE FROM redress.single_sign_on');
    const permission = operation['x-permission'] as Permission | undefined;
    if (permission === undefined) return { headers: {}, known: this.shared };
    const holders = permissions[permission].map(({ to }) => to);
    if (holders.includes('complainant')) return this.complainant();
    return holders.includes('department') ? this.department() : this.staff(operation);
  }

  private async complainant(): Promise<Caller> {
    const { receiptCode } = await this.cases.file();
    return { headers: { 'redress-receipt': receiptCode }, known: { ...this.shared, 'Redress-Receipt': receiptCode } };
  }

  private async department(): Promise<Caller> {
    const { id, key } = await this.redress.department(`Department ${Math.random().toString(36).slice(2)}`);
    const headers = { 'idempotency-key': `report of ${id}` };
    const sent = await this.redress.request('POST', '/api/v1/use-of-force-reports', {
      ...{ as: key, body: sampleReport(`R-${id.slice(-6)}`), headers },
    });
    const known = { departmentId: id, reportId: String(sent.body.id), 'If-Match': '"1"' };
    return { headers: { authorization: `Bearer ${key}` }, known: { ...this.shared, ...known } };
  }

  private async staff({ parameters = [] }: DescribedOperation['operation']): Promise<Caller> {
    const { staffId, token } = await this.redress.staff(...STAFF_ROLES);
    const known: Record<string, string> = { ...this.shared, staffId };
    if (parameters.some(({ name }) => name === 'complaintId')) Object.assign(known, await this.caseOf(staffId));
    return { headers: { authorization: `Bearer ${token}` }, known };
  }

  /** A case that was accepted, with an allegation, an officer and a person in it. */
  private async caseOf(staffId: string): Promise<Record<string, string>> {
    const filed = await this.cases.accepted({
      ...{ complainant: { name: 'Rosa' }, officerDescription: 'Tall', allegations: ['discourtesy'] },
    });
    const { complaintId } = filed;
    created(await this.cases.step(complaintId, 'assignments', { staffId }));
    const { allegations, officers, people } = await this.cases.caseFile(complaintId);
    const { allegationId } = allegations[0];
    return {
      complaintId,
      allegationId,
      complaintOfficerId: officers[0].complaintOfficerId,
      personId: people[0].personId,
    };
  }
}
