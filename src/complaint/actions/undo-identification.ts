import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { clearIdentified, insertIdentification, standingIdentification } from '../records/identification.store.js';
import { officersInCase } from '../records/officer.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';

/** It was somebody else: the officer is unknown again. Who they were taken for, and why no longer, stays. */
@Injectable()
export class UndoIdentification {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, not-identified (409) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, complaintOfficerId }: { complaintId: string; complaintOfficerId: string },
    reason: string,
  ): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const officer = (await officersInCase(manager, complaintId)).find((one) => one.id === complaintOfficerId);
      if (!officer) throw new NotFound();
      if (!(await clearIdentified(manager, complaintOfficerId)))
        throw new RuleBroken('not-identified', 'Nobody is taken for this officer: there is nothing to undo.');
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'officer_identification', column: 'reason_cipher', rowId: id };
      const supersedes = await standingIdentification(manager, complaintOfficerId);
      const nobody = { officerId: null, means: null, supersedes };
      const row = { jurisdictionId, id, complaintId, complaintOfficerId, ...nobody, recordedBy, at };
      await insertIdentification(manager, { ...row, reasonCipher: key.seal(place, reason) });
      const subject = { kind: 'complaint-officer', id: complaintOfficerId };
      const details = { identification: id };
      await recordHistory(manager, { actor, action: 'officer.undo-identification', subject, complaintId, details, at });
    });
  }
}
