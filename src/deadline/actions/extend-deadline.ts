import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { refreshDeadlines } from '../records/refresh-deadlines.js';
import { insertExtension } from '../records/tolling.store.js';
import { clockOfCase, refusedFault } from './clock-of-case.js';

export interface DeadlineExtension {
  rule: string;
  /** Calendar days */
  days: number;
  /** Sealed */
  reason: string;
}

/** More time is granted, as far as the charter lets it. */
@Injectable()
export class ExtendDeadline {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422: no-such-clock, too-long-an-extension) */
  async run(actor: ActorOf<'staff'>, complaintId: string, extension: DeadlineExtension): Promise<void> {
    const { jurisdictionId, staffId: grantedBy } = actor;
    const { rule, days, reason } = extension;
    const id = newId();
    const now = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { clock, today } = await clockOfCase(manager, { jurisdictionId, complaintId, rule, now });
      const left = clock.rule.extensionDays - (clock.reading.due?.extended ?? 0);
      if (days > left)
        throw refusedFault({
          path: '/days',
          code: 'too-long-an-extension',
          message: `The charter allows ${clock.rule.extensionDays} days in all; ${left} are left.`,
        });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal({ table: 'deadline_extension', column: 'reason_cipher', rowId: id }, reason);
      await insertExtension(manager, {
        ...{ jurisdictionId, id, complaintId, rule, days, reasonCipher, grantedBy },
        grantedAt: now,
      });
      await refreshDeadlines(manager, jurisdictionId, complaintId, today);
      const details = { rule, days };
      const subject = { kind: 'deadline-extension', id };
      await recordHistory(manager, { actor, action: 'deadline.extend', subject, complaintId, details, at: now });
    });
  }
}
