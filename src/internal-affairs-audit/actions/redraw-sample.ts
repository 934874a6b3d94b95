import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { drawBySeed } from '../../shared/seeded-draw.js';
import { type AuditDraw, readDraw } from '../records/audit-draw.store.js';

export interface CheckedDraw extends AuditDraw {
  /** Drawn again from the pool by the seed, it is the same */
  holds: boolean;
}

/** Anybody who may read the audit draws its sample again. The ids of the pool say nothing of the cases. */
@Injectable()
export class RedrawSample {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound while nothing was drawn */
  async run(actor: ActorOf<'staff'>, auditId: string): Promise<CheckedDraw> {
    const { sampleSize, ...draw } = await this.database.read(actor, (manager) => readDraw(manager, auditId));
    const { seed, pool } = draw;
    const again = seed === null || sampleSize === null ? pool : drawBySeed(seed, pool, sampleSize, sha256);
    return { ...draw, holds: isDeepStrictEqual(again, draw.drawn) };
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
