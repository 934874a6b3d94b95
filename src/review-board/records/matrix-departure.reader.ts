import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { findDeparture } from './matrix-departure.store.js';

@Injectable()
export class MatrixDepartureReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound */
  async show(
    actor: Actor,
    of: { complaintId: string; recommendationId: string },
  ): Promise<{ reasons: string | null; priors: number; recordedAt: Date }> {
    return this.database.read(actor, (manager) => findDeparture(manager, this.words, of));
  }
}
