import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { markRead, type Notice, pageOfNotices } from '../records/notice.store.js';

type Department = ActorOf<'department'>;

/** A department's inbox: what it is reminded of. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Department,
    { after = null, limit }: { after?: string | null | undefined; limit: number },
  ): Promise<{ notices: Notice[]; next: string | null }> {
    const rows = await this.database.read(actor, (manager) =>
      pageOfNotices(manager, actor.departmentId, after, limit + 1),
    );
    const notices = rows.slice(0, limit);
    return { notices, next: rows.length > limit ? (notices.at(-1)?.id ?? null) : null };
  }

  /** @throws NotFound */
  async read(actor: Department, id: string): Promise<void> {
    const at = this.clock.now();
    const found = await this.database.transaction(actor, (manager) => markRead(manager, actor.departmentId, id, at));
    if (!found) throw new NotFound();
  }
}
