import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertCharter, lastCharter } from '../records/charter.store.js';
import { checkedCharter } from '../records/check-charter.js';

export interface NewCharter {
  /** ISO date of the place from which it is in force */
  effectiveFrom: string;
  /** Terms that it does not name are the generic ones. */
  document: object;
}

/** A place changes its terms of oversight: a new version, from a day on. Cases that are open keep the one they began under. */
@Injectable()
export class EnactCharter {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken charter-refused (422), charter-too-early (409) */
  async run(actor: Actor, { effectiveFrom, document }: NewCharter): Promise<{ id: string; version: number }> {
    const complete = checkedCharter(document);
    const { jurisdictionId } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const last = await lastCharter(manager);
      if (effectiveFrom <= last.effectiveFrom)
        throw new RuleBroken(
          'charter-too-early',
          `Version ${last.version} begins on ${last.effectiveFrom}: a later version begins after it.`,
        );
      const version = last.version + 1;
      await insertCharter(manager, { jurisdictionId, id, version, effectiveFrom, document: complete });
      const details = { version, effectiveFrom };
      await recordHistory(manager, { actor, action: 'charter.enact', subject: { kind: 'charter', id }, details, at });
      return { id, version };
    });
  }
}
