import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { declarationsOf, insertConflictDecision } from '../records/conflict.store.js';
import { isRecused } from '../records/recusal.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { recusalOfRelation } from '../rules/recusal-of-relation.js';
import { recuse } from './recuse.js';

export interface ConflictDecision {
  declarationId: string;
  decision: 'recuse' | 'clear';
  /** Sealed */
  reason: string;
}

/** A supervisor decides on what somebody else declared: keep them out, or let them work on the case. */
@Injectable()
export class DecideConflict {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken own-declaration (403), nothing-to-decide, decided-already (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, decided: ConflictDecision): Promise<void> {
    const { jurisdictionId, staffId: decidedBy } = actor;
    const { declarationId, decision, reason } = decided;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const declarations = await declarationsOf(manager, complaintId);
      const declared = declarations.find((declaration) => declaration.declarationId === declarationId);
      if (!declared) throw new NotFound();
      const { staffId, relation } = declared;
      if (staffId === decidedBy) throw new RuleBroken('own-declaration', 'Another supervisor decides on yours.', 403);
      if (declared.decision) throw new RuleBroken('decided-already', 'This declaration was decided on before.');
      if (relation === null || (await isRecused(manager, complaintId, staffId)))
        throw new RuleBroken('nothing-to-decide', 'No relation was declared, or the person is recused already.');
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'conflict_decision', column: 'reason_cipher', rowId: declarationId };
      const reasonCipher = key.seal(place, reason);
      const row = { jurisdictionId, declarationId, complaintId, decision, reasonCipher, decidedBy, at };
      await insertConflictDecision(manager, row);
      const subject = { kind: 'conflict-declaration', id: declarationId };
      const details = { decision, staff: staffId };
      await recordHistory(manager, { actor, action: 'conflict.decide', subject, complaintId, details, at });
      if (decision === 'recuse')
        await recuse(manager, actor, { complaintId, staffId, reason: recusalOfRelation(relation), at });
    });
  }
}
