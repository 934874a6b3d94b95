import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AppealEffect, charterById, codesOf, termOf } from '../../charter/index.js';
import { CaseVault, workOnComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { type Discipline, insertDiscipline, standingImposed } from '../../review-board/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { type FiledAppeal, findAppeal, insertAward } from '../records/officer-appeal.store.js';
import { awardRefused } from '../rules/award-refused.js';
import { IMPOSED } from './file-officer-appeal.js';
import { refuseDay } from './refuse-day.js';
import { type GivenDiscipline, knownDiscipline } from './refuse-discipline.js';

export interface AwardGiven {
  /** A code of the charter's `afterVote.officerAppeals.outcomes` */
  outcome: string;
  /** What stands after a reduction */
  discipline?: GivenDiscipline | null | undefined;
  reasons: string;
  /** ISO date */
  on: string;
}

/** What another body decided on an officer's appeal: discipline stands, is less, or is gone. What was imposed stays in the record. */
@Injectable()
export class RecordAward {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /**
   * @throws NotFound, RuleBroken status-forbids, nothing-imposed, appeal-decided (409), unknown-outcome, award-no-less,
   *   award-names-discipline, award-lacks-discipline, unknown-discipline, days-missing, days-not-taken, invalid (422)
   */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, appealId }: { complaintId: string; appealId: string },
    given: AwardGiven,
  ): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { outcome, on } = given;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, IMPOSED);
      const appeal = await findAppeal(manager, complaintId, appealId);
      const { effect, discipline } = await this.refuse(manager, { complaintId, charterId }, appeal, given);
      await refuseDay(manager, { jurisdictionId, at }, { on, from: appeal.filedOn });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'officer_award', column: 'reasons_cipher', rowId: appealId };
      const { allegationId } = appeal;
      await insertAward(manager, {
        ...{ jurisdictionId, appealId, complaintId, allegationId, outcome, effect, decidedOn: on, recordedBy, at },
        ...{ disciplineKind: discipline?.kind ?? null, disciplineDays: discipline?.days ?? null },
        reasonsCipher: key.seal(place, given.reasons),
      });
      const stands = discipline ?? { kind: null, days: null };
      if (effect !== 'uphold')
        await insertDiscipline(manager, { ...stands, jurisdictionId, complaintId, allegationId, stage: 'imposed', at });
      const event = 'officer_appeal_decided';
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event, on, recordedBy, at });
      const subject = { kind: 'officer-appeal', id: appealId };
      const details = { outcome, effect, imposed: discipline?.kind ?? null, days: discipline?.days ?? null, on };
      await recordHistory(manager, { actor, action: 'officer-appeal.decide', subject, complaintId, details, at });
    });
  }

  private async refuse(
    manager: EntityManager,
    { complaintId, charterId }: { complaintId: string; charterId: string },
    { allegationId, decided }: FiledAppeal,
    { outcome, discipline: given }: AwardGiven,
  ): Promise<{ effect: AppealEffect; discipline: Discipline | null }> {
    if (decided) throw new RuleBroken('appeal-decided', 'How this appeal ended is recorded already.');
    const { outcomes } = (await charterById(manager, charterId)).document.afterVote.officerAppeals;
    const known = termOf(outcomes, outcome);
    if (!known)
      throw new RuleBroken('unknown-outcome', `The charter's outcomes of an appeal are ${codesOf(outcomes)}.`, 422);
    const standing = await standingImposed(manager, complaintId, allegationId);
    if (!standing)
      throw new RuleBroken('nothing-imposed', 'No discipline stands here any more that could be decided on.');
    const discipline = await knownDiscipline(manager, charterId, given);
    const refusal = awardRefused(known.effect, standing, discipline);
    if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
    return { effect: known.effect, discipline };
  }
}
