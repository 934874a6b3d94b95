import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findDraft, pageOfDrafts } from '../records/draft.store.js';
import { readIntake } from '../records/intake.reader.js';
import { type Draft, openDraft } from './draft-text.js';

type Department = ActorOf<'department'>;

/** A department's own drafts. */
@Injectable()
export class ReadDrafts {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly masterKey: MasterKey,
  ) {}

  /** The newest first. */
  async list(
    actor: Department,
    { after = null, limit }: { after?: string | null | undefined; limit: number },
  ): Promise<{ drafts: Draft[]; next: string | null }> {
    return this.database.read(actor, async (manager) => {
      const { terms } = await readIntake(manager, actor, this.clock.now());
      const rows = await pageOfDrafts(manager, actor.departmentId, after, limit + 1);
      const drafts = rows.slice(0, limit).map((row) => openDraft(this.masterKey, actor.jurisdictionId, row, terms));
      return { drafts, next: rows.length > limit ? (drafts.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws NotFound */
  async one(actor: Department, id: string): Promise<Draft> {
    return this.database.read(actor, async (manager) => {
      const row = await findDraft(manager, actor.departmentId, id);
      if (!row) throw new NotFound();
      const { terms } = await readIntake(manager, actor, this.clock.now());
      return openDraft(this.masterKey, actor.jurisdictionId, row, terms);
    });
  }
}
