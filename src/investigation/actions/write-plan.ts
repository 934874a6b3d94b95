import { Injectable } from '@nestjs/common';
import { workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertPlan, plansOf } from '../records/plan.store.js';
import { UNDER_WAY } from '../rules/under-way.js';

/** How the case is to be investigated. A new version leaves the older ones as they were, and needs its own approval. */
@Injectable()
export class WritePlan {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, text: string): Promise<{ planId: string; version: number }> {
    const { jurisdictionId, staffId: by } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, UNDER_WAY);
      const version = ((await plansOf(manager, complaintId))[0]?.version ?? 0) + 1;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const textCipher = key.seal({ table: 'investigation_plan', column: 'text_cipher', rowId: id }, text);
      await insertPlan(manager, { id, version, textCipher }, { jurisdictionId, complaintId, by, at });
      const subject = { kind: 'plan', id };
      await recordHistory(manager, { actor, action: 'plan.write', subject, complaintId, details: { version }, at });
      return { planId: id, version };
    });
  }
}
