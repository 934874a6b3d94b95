import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { holdPolicy } from '../records/policy.store.js';
import { caseOfStep, insertPublicText } from '../records/public-text.store.js';

export interface TextForThePublic {
  /** The step that it is of; left out: the recommendation itself */
  stepId?: string | null | undefined;
  /** Of the recommendation alone */
  title?: string | null | undefined;
  text: string;
  url?: string | null | undefined;
}

/** Somebody puts it in words for the public (docs/decisions/0011): not what was written inside. Nobody is told it yet. */
@Injectable()
export class WritePublicText {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken title-out-of-place (422) */
  async run(actor: ActorOf<'staff'>, policyId: string, written: TextForThePublic): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: writtenBy } = actor;
    const { stepId = null, title = null, text, url = null } = written;
    if ((stepId === null) !== (title !== null))
      throw new RuleBroken('title-out-of-place', 'A recommendation has a title in public; a step of it has none.', 422);
    await this.database.transaction(actor, async (manager) => {
      await holdPolicy(manager, policyId);
      const complaintId = stepId === null ? null : await caseOfStep(manager, policyId, stepId);
      const place = { jurisdictionId, complaintId, table: 'policy_public_text', column: 'words_cipher', rowId: id };
      const wordsCipher = await this.words.seal(manager, place, JSON.stringify({ title, text, url }));
      await insertPublicText(manager, { jurisdictionId, id, policyId, stepId, wordsCipher, writtenBy, at });
      await recordHistory(manager, {
        actor,
        action: 'policy-recommendation.write-public-text',
        subject: { kind: 'policy-recommendation', id: policyId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { text: id, step: stepId },
        at,
      });
    });
    return { id };
  }
}
