import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { insertIncidentFinding } from '../records/incident-finding.store.js';
import { requireMember } from '../records/incident-team.store.js';
import { holdIncident, isOnAgenda, requireConvened } from '../records/incident.store.js';

/** What the team has found on a topic, in words that may leave it: others read it once the review is concluded. */
@Injectable()
export class RecordIncidentFinding {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound for whoever is not of the team, RuleBroken review-ended (409), not-on-agenda (422), case-unreadable (410) */
  async run(
    actor: ActorOf<'staff'>,
    incidentId: string,
    { topic, text }: { topic: string; text: string },
  ): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: recordedBy } = actor;
    await this.database.transaction(actor, async (manager) => {
      const held = await holdIncident(manager, incidentId);
      await requireMember(manager, incidentId, recordedBy);
      requireConvened(held);
      if (!(await isOnAgenda(manager, incidentId, topic)))
        throw new RuleBroken('not-on-agenda', 'This topic does not stand on the agenda of the review.', 422);
      const { complaintId } = held;
      const place = { jurisdictionId, complaintId, table: 'incident_finding', column: 'words_cipher', rowId: id };
      const wordsCipher = await this.words.seal(manager, place, text);
      await insertIncidentFinding(manager, { jurisdictionId, id, incidentId, topic, wordsCipher, recordedBy, at });
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.find', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { finding: id, topic },
      });
    });
    return { id };
  }
}
