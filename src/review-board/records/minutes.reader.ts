import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { audiencesOf } from '../rules/audience.js';
import { OfficeWords } from '../../vault/index.js';
import { type ReadMaterial, readMaterials } from './material.store.js';
import { type MinutesSection, readSections } from './minutes-section.store.js';
import { findMinutes, type Minutes } from './minutes.store.js';
import { type PublicComment, readComments } from './public-comment.store.js';

/** What was written for and of a meeting, as one person may see it: parts about a case stay behind its walls. */
@Injectable()
export class MinutesReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound */
  async show(actor: Actor, meetingId: string): Promise<Minutes & { sections: MinutesSection[] }> {
    return this.database.read(actor, async (manager) => {
      const minutes = await findMinutes(manager, meetingId);
      if (!minutes) throw new NotFound();
      return { ...minutes, sections: await readSections(manager, this.words, meetingId) };
    });
  }

  async comments(actor: Actor, meetingId: string): Promise<PublicComment[]> {
    return this.database.read(actor, (manager) => readComments(manager, this.words, meetingId));
  }

  /** Papers of all items; a member sees those of a panel's item when on the panel. */
  async materials(actor: ActorOf<'staff'>, meetingId: string): Promise<ReadMaterial[]> {
    const of = { meetingId, audiences: audiencesOf(actor.roles) };
    const staffId = actor.roles.includes('clerk') ? null : actor.staffId;
    return this.database.read(actor, (manager) => readMaterials(manager, this.words, { ...of, staffId }));
  }
}
