import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { AgendaPublication } from '../records/agenda-publication.js';
import { findItemOf } from '../records/agenda.store.js';
import { OfficeWords } from '../../vault/index.js';
import { type Audience, insertMaterial, type MaterialKind } from '../records/material.store.js';
import { lockPreparedMeeting } from '../records/meeting.store.js';
import { materialRefused } from '../rules/material.js';

export interface NewMaterial {
  kind: MaterialKind;
  title: string;
  /** Of a link */
  url?: string | null | undefined;
  /** Id of the evidence, letter or public summary, in the item's own case */
  referenceId?: string | null | undefined;
  seenBy: Audience;
}

/** A paper for an item, by reference: it lies where it lies, and whoever opens it needs the right to it there. */
@Injectable()
export class AttachMaterial {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
    private readonly publication: AgendaPublication,
  ) {}

  /** @throws NotFound, RuleBroken material-incomplete, material-not-public, no-such-reference (422), meeting-… (409) */
  async run(actor: Actor, on: { meetingId: string; itemId: string }, material: NewMaterial): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId } = actor;
    const { kind, seenBy, title, url = null, referenceId = null } = material;
    await this.database.transaction(actor, async (manager) => {
      const meeting = await lockPreparedMeeting(manager, on.meetingId);
      const { complaintId, closed } = await findItemOf(manager, on.meetingId, on.itemId);
      const refusal = materialRefused({ kind, seenBy, url, referenceId, complaintId, closed });
      if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
      const details = { title, url };
      const row = { ...on, jurisdictionId, id, complaintId, kind, referenceId, seenBy, at, details };
      await insertMaterial(manager, this.words, row);
      if (meeting.agendaPostedAt && seenBy === 'public') await this.publication.publish(manager, on.meetingId, at);
      await recordHistory(manager, {
        actor,
        action: 'agenda.attach-material',
        subject: { kind: 'agenda-item', id: on.itemId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { material: id, kind, seenBy, reference: referenceId },
        at,
      });
    });
    return { id };
  }
}
