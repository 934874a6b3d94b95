import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertWork, workGround } from '../records/work.store.js';
import { UNDER_WAY } from '../rules/under-way.js';
import { milestoneOfWork } from '../rules/milestone-of-work.js';
import { WORK, type WorkKind, workNoun } from '../rules/work-moves.js';
import { maySubpoena, type NewWork, workFaults } from '../rules/work-faults.js';

/** Something is to be done in a case: a task, an interview, a request for records, a subpoena. */
@Injectable()
export class AddWork {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, power-lacking (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    kind: WorkKind,
    asked: Omit<NewWork, 'kind'>,
  ): Promise<{ itemId: string }> {
    const { jurisdictionId, staffId: by } = actor;
    const { what, whom, dueOn } = asked;
    const work = { ...asked, kind };
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, UNDER_WAY);
      const charter = (await charterById(manager, charterId)).document;
      if (kind === 'subpoena' && !maySubpoena(charter))
        throw new RuleBroken('power-lacking', 'The charter of this case gives the agency no power of subpoena.');
      refuseFaults(workFaults(work, charter, await workGround(manager, complaintId, work)));
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'work_item', column: 'words_cipher', rowId: id };
      const wordsCipher = key.seal(place, JSON.stringify({ what, whom }));
      await insertWork(manager, id, work, { jurisdictionId, complaintId, by, at, wordsCipher });
      const event = milestoneOfWork({ kind, ofOfficer: false, ofComplainant: false }, WORK[kind].begins);
      if (event) await noteCaseEvent(manager, { jurisdictionId, complaintId, event, recordedBy: by, at });
      const subject = { kind: workNoun(kind), id };
      const details = { due: dueOn ?? null, assignedTo: work.assignedTo ?? null, records: work.recordKind ?? null };
      await recordHistory(manager, { actor, action: `${workNoun(kind)}.add`, subject, complaintId, details, at });
    });
    return { itemId: id };
  }
}
