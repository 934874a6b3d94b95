import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type CharterDocument, termsInForce } from '../../charter/index.js';
import { refuseFaults } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { insertCaseFiles, insertListedFiles } from '../records/audit-file.store.js';
import { insertAudit } from '../records/audit.store.js';
import { allegationsOf, type AuditPlan, planFaults } from '../rules/audit-plan.js';

/** Which files are to be looked at. They stand on record, all of them, before there is a seed to draw with. */
@Injectable()
export class PlanAudit {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws RuleBroken invalid (422), nothing-to-audit, sample-too-large (409) */
  async run(actor: ActorOf<'staff'>, plan: AuditPlan): Promise<{ id: string; files: number }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: plannedBy } = actor;
    const { sampleSize, method } = plan;
    return this.database.transaction(actor, async (manager) => {
      const { charter, today } = await termsInForce(manager, at);
      refuseFaults(planFaults(plan, charter.document, today));
      const source = plan.references === null ? ('cases' as const) : ('list' as const);
      await insertAudit(manager, { ...plan, jurisdictionId, id, charterId: charter.id, source, plannedBy, at });
      const files = await this.insertFiles(manager, { jurisdictionId, auditId: id }, plan, charter.document);
      if (files === 0) throw new RuleBroken('nothing-to-audit', 'There is no file of this class in this period.');
      if (sampleSize !== null && sampleSize > files)
        throw new RuleBroken('sample-too-large', `There are only ${files} files to draw from.`);
      const details = { source, method, sampleSize, files };
      const subject = { kind: 'affairs-audit', id };
      await recordHistory(manager, { actor, action: 'affairs-audit.plan', subject, details, at });
      return { id, files };
    });
  }

  private async insertFiles(
    manager: EntityManager,
    of: { jurisdictionId: string; auditId: string },
    { periodFrom, periodTo, references, class: chosen }: AuditPlan,
    charter: CharterDocument,
  ): Promise<number> {
    const { findings, classifications } = chosen;
    const allegations = allegationsOf(chosen, charter);
    if (references === null)
      return insertCaseFiles(manager, { ...of, periodFrom, periodTo, allegations, findings, classifications });
    const files: { id: string; referenceCipher: Buffer }[] = [];
    for (const reference of references) {
      // Random and not of the time: its place in the pool says nothing of its place on the list.
      const id = randomUUID();
      const place = { table: 'audit_file', column: 'reference_cipher', rowId: id, complaintId: null };
      const { jurisdictionId } = of;
      files.push({ id, referenceCipher: await this.words.seal(manager, { ...place, jurisdictionId }, reference) });
    }
    await insertListedFiles(manager, of, files);
    return files.length;
  }
}
