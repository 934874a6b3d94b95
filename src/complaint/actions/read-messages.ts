import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { markSeen, type MessagesAsked, messagesOf, type ReadMessage } from '../records/message.store.js';

/** A page of the dialogue. That staff read what is new to them is recorded; that who complains reads is not. */
@Injectable()
export class ReadMessages {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async run(
    actor: ActorOf<'staff' | 'complainant'>,
    complaintId: string,
    asked: MessagesAsked,
  ): Promise<{ items: ReadMessage[]; next: number | null }> {
    const { jurisdictionId } = actor;
    return this.database.transaction(actor, async (manager) => {
      const there: unknown[] = await manager.query('SELECT FROM redress.complaint WHERE id = $1', [complaintId]);
      if (there.length === 0) throw new NotFound();
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const found = await messagesOf(manager, key, complaintId, asked);
      const items = found.slice(0, asked.limit);
      const upTo = items.at(-1)?.number ?? null;
      if (actor.kind === 'staff' && upTo !== null) {
        const news = await markSeen(manager, { jurisdictionId, complaintId, staffId: actor.staffId, upTo });
        const subject = { kind: 'complaint', id: complaintId };
        const entry = { actor, action: 'message.read-dialogue', subject, complaintId, details: { upTo } };
        if (news) await recordHistory(manager, { ...entry, at: this.clock.now() });
      }
      return { items, next: found.length > items.length ? upTo : null };
    });
  }
}
