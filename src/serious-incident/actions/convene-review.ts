import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { termsInForce } from '../../charter/index.js';
import { COMPLAINT_STATUSES, refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { insertTeamMember } from '../records/incident-team.store.js';
import { insertIncident } from '../records/incident.store.js';
import { conveningFaults } from '../rules/convening-faults.js';
import { refuseUnfitMembers } from './refuse-unfit-members.js';

export interface NewReview {
  /** What happened, for those who may know of the review; nothing privileged */
  occasion: string;
  complaintId?: string | null | undefined;
  reportId?: string | null | undefined;
  team: readonly { staffId: string; role: string }[];
  /** Codes of the charter, in the agenda's order */
  topics: readonly string[];
}

/** People of several disciplines are called together to learn from what happened: not to find who is to blame. */
@Injectable()
export class ConveneReview {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), case-expunged, case-disposed, case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, review: NewReview): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: convenedBy } = actor;
    const { occasion, team, topics } = review;
    const complaintId = review.complaintId ?? null;
    const reportId = review.reportId ?? null;
    const staffIds = team.map(({ staffId }) => staffId);
    await this.database.transaction(actor, async (manager) => {
      const { charter } = await termsInForce(manager, at);
      if (complaintId !== null) await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      if (reportId !== null) await requireReport(manager, reportId);
      refuseFaults(conveningFaults({ team, topics }, charter.document.oversight.incidentReview));
      await refuseUnfitMembers(manager, { complaintId, staffIds, by: convenedBy }, (place) => `/team/${place}/staffId`);
      const place = { jurisdictionId, complaintId, table: 'incident_review', column: 'occasion_cipher', rowId: id };
      const occasionCipher = await this.words.seal(manager, place, occasion);
      const row = { jurisdictionId, id, charterId: charter.id, complaintId, reportId, occasionCipher, topics };
      await insertIncident(manager, { ...row, convenedBy, at });
      for (const { staffId, role } of team)
        await insertTeamMember(manager, { jurisdictionId, id: newId(), incidentId: id, staffId, role, at });
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.convene', subject: { kind: 'incident-review', id }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { report: reportId, team: staffIds, roles: team.map(({ role }) => role), topics },
      });
    });
    return { id };
  }
}

async function requireReport(manager: EntityManager, reportId: string): Promise<void> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.use_of_force_report WHERE id = $1', [reportId]);
  if (rows.length === 0) throw new NotFound();
}
