import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { categoryOf, renameAllegation } from '../records/allegation.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { termFaults } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { refuseFaults } from './refuse-faults.js';

export interface Renaming {
  allegationId: string;
  /** A code of the charter that the case was opened under */
  category: string;
  /** Sealed */
  reason: string;
}

/** What is alleged turns out to be of another category. What it was called before, and why no longer, is kept. */
@Injectable()
export class RenameAllegation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, called-so (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, renaming: Renaming): Promise<void> {
    const { jurisdictionId, staffId: renamedBy } = actor;
    const { allegationId, category, reason } = renaming;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const charter = await charterById(manager, charterId);
      refuseFaults(termFaults('/category', charter.document.allegations, category));
      const former = await categoryOf(manager, complaintId, allegationId);
      if (former === null) throw new NotFound();
      if (former === category) throw new RuleBroken('called-so', 'The allegation is of this category already.');
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'allegation_renaming', column: 'reason_cipher', rowId: id };
      const row = { jurisdictionId, id, complaintId, allegationId, former, category, renamedBy, at };
      await renameAllegation(manager, { ...row, reasonCipher: key.seal(place, reason) });
      const subject = { kind: 'allegation', id: allegationId };
      const details = { former, category };
      await recordHistory(manager, { actor, action: 'allegation.rename', subject, complaintId, details, at });
    });
  }
}
