import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { canGo, cannotGo } from '../../shared/status-machine.js';
import { CaseVault } from '../../vault/index.js';
import { holdWork, insertStep, nextSequence } from '../records/work.store.js';
import { UNDER_WAY } from '../rules/under-way.js';
import { milestoneOfWork } from '../rules/milestone-of-work.js';
import { WORK, type WorkKind, workNoun } from '../rules/work-moves.js';
import { type WorkStep, workStepFaults } from '../rules/work-step-faults.js';

/** A piece of work goes on: a task is done, an interview held, records come or are refused, a subpoena is served. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, work-stands-elsewhere (409) */
  async run(
    actor: ActorOf<'staff'>,
    work: { complaintId: string; kind: WorkKind; itemId: string },
    step: WorkStep,
  ): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const { complaintId, kind, itemId } = work;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, UNDER_WAY);
      const held = await holdWork(manager, work);
      const { status: from, ofOfficer } = held;
      const { moves } = WORK[kind];
      if (!canGo(moves, from, step.to)) throw new RuleBroken('work-stands-elsewhere', cannotGo(moves, from, step.to));
      const charter = (await charterById(manager, charterId)).document;
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      refuseFaults(workStepFaults(step, { kind, ofOfficer, today, charter }));
      const sequence = await nextSequence(manager, itemId);
      const { text, recording } = step;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'work_step', column: 'words_cipher', rowId: `${itemId}/${sequence}` };
      const words = (text ?? recording) ? JSON.stringify({ text, recording }) : undefined;
      const signed = { jurisdictionId, complaintId, by, at, wordsCipher: key.sealGiven(place, words) };
      await insertStep(manager, { itemId, from, sequence }, step, signed);
      const event = milestoneOfWork({ ...held, kind }, step.to);
      if (event) await noteCaseEvent(manager, { jurisdictionId, complaintId, event, on: step.on, recordedBy: by, at });
      const details = { from, to: step.to, on: step.on };
      await recordHistory(manager, {
        ...{ actor, action: `${workNoun(kind)}.step`, subject: { kind: workNoun(kind), id: itemId } },
        ...{ complaintId, details, at },
      });
    });
  }
}
