import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertDeclaration } from '../records/conflict.store.js';
import { holdOpenCase } from '../records/hold-open-case.js';
import { termFaults } from '../rules/fault.js';
import { recusalOfRelation } from '../rules/recusal-of-relation.js';
import { recuse } from './recuse.js';
import { refuseFaults } from './refuse-faults.js';

/** Somebody says, before they work on a case, how they stand to it: a relation of the charter, or none. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** A relation that the charter bars recuses at once. @throws NotFound, RuleBroken invalid (422), declared-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    relation: string | undefined,
  ): Promise<{ declarationId: string; recused: boolean }> {
    const { jurisdictionId, staffId } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await holdOpenCase(manager, complaintId);
      const { conflicts } = (await charterById(manager, charterId)).document;
      refuseFaults(termFaults('/relation', conflicts.relations, relation));
      const barring = relation !== undefined && conflicts.barring.includes(relation);
      const row = { jurisdictionId, id, complaintId, staffId, relation: relation ?? null, barring, at };
      if (!(await insertDeclaration(manager, row)))
        throw new RuleBroken('declared-already', 'You have declared this in this case before.');
      const subject = { kind: 'conflict-declaration', id };
      const details = { relation: relation ?? null, barring };
      await recordHistory(manager, { actor, action: 'conflict.declare', subject, complaintId, details, at });
      // The last thing: whoever recuses themselves sees nothing of the case after it.
      if (barring) await recuse(manager, actor, { complaintId, staffId, reason: recusalOfRelation(relation), at });
      return { declarationId: id, recused: barring };
    });
  }
}
