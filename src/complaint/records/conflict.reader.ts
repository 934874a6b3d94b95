import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { conflictsFound, type ConflictSign } from '../rules/conflicts-found.js';
import { conflictSigns, type Declaration, declarationsOf } from './conflict.store.js';

@Injectable()
export class ConflictReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Who declared what in this case, and what became of it. */
  async declarations(actor: ActorOf<'staff'>, complaintId: string): Promise<{ items: Declaration[] }> {
    const items = await this.database.read(actor, (manager) => declarationsOf(manager, complaintId));
    return { items };
  }

  /** What would stand against giving this person the case. @throws NotFound */
  async check(
    actor: ActorOf<'staff'>,
    complaintId: string,
    staffId: string,
  ): Promise<{ refusing: ConflictSign[]; warnings: ConflictSign[] }> {
    return this.database.read(actor, async (manager) => {
      const [held]: { charterId: string }[] = await manager.query(
        'SELECT charter_id AS "charterId" FROM redress.complaint WHERE id = $1',
        [complaintId],
      );
      if (!held) throw new NotFound();
      const { conflicts } = (await charterById(manager, held.charterId)).document;
      return conflictsFound(await conflictSigns(manager, complaintId, staffId), conflicts.barring);
    });
  }
}
