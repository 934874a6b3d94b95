import { Injectable } from '@nestjs/common';
import { codesOf, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { refreshDeadlines } from '../records/refresh-deadlines.js';
import { insertTolling } from '../records/tolling.store.js';
import { dayOf } from '../rules/day.js';
import { clockOfCase, refusedFault } from './clock-of-case.js';

export interface Tolling {
  /** The clock, a code of the charter */
  rule: string;
  /** A ground that the law names for this clock */
  ground: string;
  /** ISO date: the first day on which it stands still */
  from: string;
  /** What shows the ground; sealed */
  evidence: string;
}

/** A clock is made to stand still, on a ground of the law and with what shows it. */
@Injectable()
export class TollClock {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422: no-such-clock, not-a-ground, day-ahead) */
  async run(actor: ActorOf<'staff'>, complaintId: string, tolling: Tolling): Promise<{ tollingId: string }> {
    const { jurisdictionId, staffId: begunBy } = actor;
    const { rule, ground, from, evidence } = tolling;
    const id = newId();
    const now = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { clock, today } = await clockOfCase(manager, { jurisdictionId, complaintId, rule, now });
      const grounds = clock.rule.tolling;
      if (!termOf(grounds, ground))
        throw refusedFault({
          path: '/ground',
          code: 'not-a-ground',
          message: `The law does not stop this clock for it. Grounds are: ${codesOf(grounds) || 'none'}.`,
        });
      if (dayOf(from) > today)
        throw refusedFault({
          path: '/from',
          code: 'day-ahead',
          message: 'A clock stands still from today at the latest.',
        });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const evidenceCipher = key.seal({ table: 'tolling', column: 'evidence_cipher', rowId: id }, evidence);
      const row = { jurisdictionId, id, complaintId, rule, ground, from, evidenceCipher, begunBy, begunAt: now };
      await insertTolling(manager, row);
      await refreshDeadlines(manager, jurisdictionId, complaintId, today);
      const details = { rule, ground, from };
      await recordHistory(manager, {
        ...{ actor, action: 'deadline.toll', subject: { kind: 'tolling', id } },
        ...{ complaintId, details, at: now },
      });
    });
    return { tollingId: id };
  }
}
