import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { termsInForce } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import {
  departmentStands,
  holdDenominator,
  insertDenominator,
  type StandingDenominator,
  standingDenominator,
} from '../records/denominator.store.js';
import { countFaults } from '../rules/count-faults.js';
import type { DenominatorStatement } from '../rules/denominator-statement.js';

type Teller = ActorOf<'department'> | ActorOf<'staff'>;

/** Somebody says how many there were, and by whose count: what released numbers may be divided by. */
@Injectable()
export class TellDenominator {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Told again word for word, the standing one is returned; told otherwise, a new version supersedes it. A department
   * tells of itself alone.
   * @throws NotFound, RuleBroken counts-refused, month-ahead (422)
   */
  async run(actor: Teller, statement: DenominatorStatement): Promise<StandingDenominator> {
    const at = this.clock.now();
    if (actor.kind === 'department' && ![null, actor.departmentId].includes(statement.departmentId))
      throw new NotFound();
    const of = actor.kind === 'department' ? { ...statement, departmentId: actor.departmentId } : statement;
    return this.database.transaction(actor, async (manager) => {
      const { charter, today } = await termsInForce(manager, at);
      if (of.month > today.slice(0, 7))
        throw new RuleBroken('month-ahead', 'This month has not begun: nobody has counted in it yet.', 422);
      const faults = countFaults(of.grouping, of.counts, charter.document);
      if (faults.length > 0) throw new RuleBroken('counts-refused', 'Some counts cannot stand as told.', 422, faults);
      if (of.departmentId !== null && !(await departmentStands(manager, of.departmentId))) throw new NotFound();
      await holdDenominator(manager, of);
      const standing = await standingDenominator(manager, of);
      if (standing && sameStatement(standing, of)) return standing;
      const told = { ...of, id: newId(), version: (standing?.version ?? 0) + 1 };
      await insertDenominator(manager, { ...told, jurisdictionId: actor.jurisdictionId, at });
      const details = { kind: of.kind, month: of.month, grouping: of.grouping, version: told.version };
      const subject = { kind: 'denominator', id: told.id };
      await recordHistory(manager, { actor, action: 'denominator.tell', subject, details, at });
      return told;
    });
  }
}

function sameStatement(one: DenominatorStatement, other: DenominatorStatement): boolean {
  return (
    one.source === other.source &&
    one.sourceUrl === other.sourceUrl &&
    isDeepStrictEqual({ ...one.counts }, { ...other.counts })
  );
}
