import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay, type Track } from '../../charter/index.js';
import { dayOf, noteCaseEvent, refreshDeadlines } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { lastClassification, setClassification } from '../records/classification.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf, termFaults } from '../rules/fault.js';
import { CLASSIFIABLE } from '../rules/open-to-work.js';
import { refuseFaults } from './refuse-faults.js';

export interface Classifying {
  /** A code of the charter */
  classification: string;
  /** Needed to change a class; sealed */
  reason?: string | undefined;
}

/** The case is put into a class of its charter, which says how it is worked and which clocks it has. */
@Injectable()
export class ClassifyComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, classified-so (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, given: Classifying): Promise<{ track: Track }> {
    const { jurisdictionId, staffId: decidedBy } = actor;
    const { classification, reason } = given;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, CLASSIFIABLE);
      const { classifications } = (await charterById(manager, charterId)).document;
      const before = await lastClassification(manager, complaintId);
      refuseFaults([
        ...termFaults('/classification', classifications, classification),
        ...faultIf(!!before && !reason?.trim(), '/reason', 'reason-needed', 'To change the class, give the reason.'),
      ]);
      if (before?.classification === classification)
        throw new RuleBroken('classified-so', 'The case is in this class already.');
      const track = classifications.find(({ code }) => code === classification)?.track ?? 'investigation';
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.sealGiven({ table: 'classification', column: 'reason_cipher', rowId: id }, reason);
      const row = { jurisdictionId, id, complaintId, classification, track, reasonCipher, decidedBy, at };
      await setClassification(manager, { ...row, supersedes: before?.id ?? null });
      // The day that the law asks for is the first: a case that is classified anew was classified in time.
      if (before) await refreshDeadlines(manager, jurisdictionId, complaintId, dayOf(await this.today(manager, actor)));
      else
        await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'classified', recordedBy: decidedBy, at });
      const subject = { kind: 'classification', id };
      const details = { classification, before: before?.classification ?? null };
      await recordHistory(manager, { actor, action: 'complaint.classify', subject, complaintId, details, at });
      return { track };
    });
  }

  private async today(manager: Parameters<typeof jurisdictionDay>[0], actor: ActorOf<'staff'>): Promise<string> {
    return jurisdictionDay(manager, actor.jurisdictionId, this.clock.now());
  }
}
