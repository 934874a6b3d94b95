import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { type Acknowledged, insertAcknowledgement } from '../records/transmission.store.js';
import { senderOf } from './sender-of.js';
import type { Exporter } from './transmit-reports.js';

/** What the programme answered to a transmission. It may answer again; each answer stays. */
@Injectable()
export class AcknowledgeTransmission {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(actor: Exporter, transmissionId: string, told: Acknowledged): Promise<{ id: string }> {
    const { jurisdictionId } = actor;
    const at = this.clock.now();
    const id = newId();
    const departmentId = actor.kind === 'department' ? actor.departmentId : null;
    await this.database.transaction(actor, async (manager) => {
      const row = { ...told, jurisdictionId, id, transmissionId, departmentId, sender: senderOf(actor), at };
      if (!(await insertAcknowledgement(manager, row))) throw new NotFound();
      const subject = { kind: 'use-of-force-transmission', id: transmissionId };
      const details = { outcome: told.outcome };
      await recordHistory(manager, { actor, action: 'use-of-force-report.acknowledge', subject, details, at });
    });
    return { id };
  }
}
