import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { drawBySeed } from '../../shared/seeded-draw.js';
import { insertDraw } from '../records/audit-draw.store.js';
import { poolOf } from '../records/audit-file.store.js';
import { holdAudit, moveAudit } from '../records/audit.store.js';

/** Which of the files are reviewed: all, or as many as the plan says by a seed that is made now and kept. Once. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken audit-status-forbids (409) */
  async run(actor: ActorOf<'staff'>, auditId: string): Promise<{ seed: string | null; drawn: number }> {
    const at = this.clock.now();
    const { jurisdictionId, staffId: drawnBy } = actor;
    return this.database.transaction(actor, async (manager) => {
      const audit = await holdAudit(manager, auditId);
      await moveAudit(manager, audit, 'reviewing');
      const pool = await poolOf(manager, auditId);
      const { sampleSize } = audit;
      const seed = sampleSize === null ? null : randomBytes(16).toString('hex');
      const drawn = seed === null || sampleSize === null ? pool : drawBySeed(seed, pool, sampleSize, sha256);
      await insertDraw(manager, { jurisdictionId, auditId, seed, pool, drawn, drawnBy, drawnAt: at });
      const subject = { kind: 'affairs-audit', id: auditId };
      const details = { seed, pool: pool.length, drawn: drawn.length };
      await recordHistory(manager, { actor, action: 'affairs-audit.draw', subject, details, at });
      return { seed, drawn: drawn.length };
    });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
