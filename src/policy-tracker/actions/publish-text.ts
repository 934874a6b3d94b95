import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { type HeldPolicy, holdPolicy } from '../records/policy.store.js';
import { findPublicText, insertPublication, type PublicText } from '../records/public-text.store.js';
import {
  publishPolicy,
  publishStanding,
  publishStepWords,
  type PublicWords,
} from '../records/published-policy.store.js';

/**
 * Somebody who wrote none of it reads the text as it stands and lets it out (docs/decisions/0043). The database refuses the
 * writer by itself (RD046).
 */
@Injectable()
export class PublishText {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken text-superseded, text-published, recommendation-not-public, case-sealed, own-policy-text (409), case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, policyId: string, textId: string): Promise<void> {
    const at = this.clock.now();
    const { jurisdictionId, staffId: publishedBy } = actor;
    await this.database.transaction(actor, async (manager) => {
      const held = await holdPolicy(manager, policyId);
      const text = await findPublicText(manager, policyId, textId);
      if (text.sealed)
        throw new RuleBroken('case-sealed', 'The evidence lies in a sealed case: nothing is told of it.');
      if (text.superseded)
        throw new RuleBroken('text-superseded', 'It was written anew since: publish the later text.');
      if (!(await insertPublication(manager, { jurisdictionId, textId, publishedBy, at })))
        throw new RuleBroken('text-published', 'This text is public already.');
      await this.tell(manager, { jurisdictionId, held, text, at });
      const { stepId, complaintId } = text;
      await recordHistory(manager, {
        actor,
        action: 'policy-recommendation.publish',
        subject: { kind: 'policy-recommendation', id: policyId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { text: textId, step: stepId },
        at,
      });
    });
  }

  private async tell(
    manager: EntityManager,
    { jurisdictionId, held, text, at }: { jurisdictionId: string; held: HeldPolicy; text: PublicText; at: Date },
  ): Promise<void> {
    const { id: rowId, complaintId, stepId } = text;
    const place = { jurisdictionId, complaintId, table: 'policy_public_text', column: 'words_cipher', rowId };
    const opened = await this.words.open(manager, place, text.wordsCipher);
    if (opened === null)
      throw new RuleBroken('case-unreadable', "The case's key was destroyed: its texts cannot be read any more.", 410);
    const told = JSON.parse(opened) as PublicWords;
    if (stepId === null) {
      const { kinds } = (await charterById(manager, held.charterId)).document.oversight.policyTracker;
      const kind = termOf(kinds, held.kind)?.label ?? held.kind;
      await publishPolicy(manager, held.id, { ...told, kind, at });
    } else if (!(await publishStepWords(manager, stepId, told))) {
      throw new RuleBroken('recommendation-not-public', 'Publish the recommendation itself first.');
    }
    await publishStanding(manager, held.id, at);
  }
}
