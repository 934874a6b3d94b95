import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { changeDraft, deleteDraft, insertDraft, lockDraft } from '../records/draft.store.js';
import { stale } from './review-report.js';
import { sealDraft } from './draft-text.js';

type Department = ActorOf<'department'>;
export interface DraftAtVersion {
  draftId: string;
  version: number;
}

/** A report that is begun and not yet said: kept, changed, discarded. It need not be right, and nobody else reads it. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws RuleBroken not-an-object (422) */
  async begin(actor: Department, told: unknown): Promise<{ id: string; version: number }> {
    refuseNoObject(told);
    const [id, at] = [newId(), this.clock.now()];
    const toldCipher = sealDraft(this.masterKey, actor.jurisdictionId, id, told);
    await this.database.transaction(actor, async (manager) => {
      await insertDraft(manager, actor, { id, toldCipher, at });
      await recordHistory(manager, { actor, action: 'use-of-force-draft.begin', subject: subjectOf(id), at });
    });
    return { id, version: 1 };
  }

  /** @throws NotFound, RuleBroken stale (412), not-an-object (422) */
  async change(actor: Department, draft: DraftAtVersion, told: unknown): Promise<{ id: string; version: number }> {
    refuseNoObject(told);
    const { draftId: id, version } = draft;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const standing = await lockDraft(manager, actor.departmentId, id);
      if (!standing) throw new NotFound();
      if (standing.version !== version) throw stale();
      await changeDraft(manager, id, sealDraft(this.masterKey, actor.jurisdictionId, id, told), at);
      await recordHistory(manager, { actor, action: 'use-of-force-draft.change', subject: subjectOf(id), at });
    });
    return { id, version: version + 1 };
  }

  /** @throws NotFound */
  async discard(actor: Department, id: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      if (!(await lockDraft(manager, actor.departmentId, id))) throw new NotFound();
      await deleteDraft(manager, id);
      await recordHistory(manager, { actor, action: 'use-of-force-draft.discard', subject: subjectOf(id), at });
    });
  }
}

const subjectOf = (id: string) => ({ kind: 'use-of-force-draft', id });

function refuseNoObject(told: unknown): void {
  if (typeof told === 'object' && told !== null && !Array.isArray(told)) return;
  const message = 'Send the draft as an object with named fields.';
  throw new RuleBroken('not-an-object', message, 422, [{ path: '', code: 'not-an-object', message }]);
}
