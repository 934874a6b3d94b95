import { Injectable } from '@nestjs/common';
import { charterById, type GenericClass, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { allegationIdsOf } from '../records/allegation.store.js';
import { currentAssignment } from '../records/assignment.store.js';
import { CaseVault } from '../../vault/index.js';
import { citeEvidence, insertFinding, notEvidenceOf } from '../records/finding.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf, termFaults } from '../rules/fault.js';
import { findingRefused, FINDS_IN } from '../rules/finding-refused.js';
import type { StaffStage } from '../rules/finding-stage.js';
import { refuseFaults } from './refuse-faults.js';

export interface FindingToRecord {
  allegationId: string;
  stage: StaffStage;
  /** A code of the charter that the case was opened under */
  finding: string;
  /** Sealed */
  reasons: string;
  /** By what measure it was found: a code of the charter */
  standardOfProof?: string | undefined;
  /** Evidence of the case that it rests on */
  evidenceIds?: string[] | undefined;
}

/** The investigator finds on an allegation, or the supervisor on what was found. A second finding supersedes the first. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), not-yours-to-find (403), status-forbids (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    recorded: FindingToRecord,
  ): Promise<{ findingId: string; genericClass: GenericClass }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { allegationId, stage, finding, reasons, standardOfProof, evidenceIds = [] } = recorded;
    const id = newId();
    const recordedAt = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, [FINDS_IN[stage]]);
      const assigned = (await currentAssignment(manager, complaintId))?.staffId === actor.staffId;
      const refused = findingRefused(stage, { assigned, supervisor: actor.roles.includes('supervisor') });
      if (refused) throw new RuleBroken('not-yours-to-find', refused, 403);
      const { findings, standardsOfProof } = (await charterById(manager, charterId)).document;
      const inCase = (await allegationIdsOf(manager, complaintId)).includes(allegationId);
      const strangers = await notEvidenceOf(manager, complaintId, evidenceIds);
      refuseFaults([
        ...termFaults('/finding', findings, finding),
        ...termFaults('/standardOfProof', standardsOfProof, standardOfProof),
        ...faultIf(
          strangers.length > 0,
          '/evidenceIds',
          'not-in-this-case',
          'This case has no evidence with such an id.',
        ),
        ...faultIf(!inCase, '/allegationId', 'not-in-this-case', 'This case has no allegation with this id.'),
      ]);
      const genericClass = termOf(findings, finding)?.genericClass ?? 'pending';
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonsCipher = key.seal({ table: 'finding', column: 'reasons_cipher', rowId: id }, reasons);
      const row = { jurisdictionId, complaintId, allegationId, stage, finding, genericClass, recordedBy, recordedAt };
      await insertFinding(manager, { ...row, id, reasonsCipher, standardOfProof });
      await citeEvidence(manager, { jurisdictionId, complaintId, findingId: id }, evidenceIds);
      const subject = { kind: 'finding', id };
      const details = { allegation: allegationId, stage, finding, standardOfProof: standardOfProof ?? null };
      await recordHistory(manager, { actor, action: 'finding.record', subject, complaintId, details, at: recordedAt });
      return { findingId: id, genericClass };
    });
  }
}
