import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertIdentification, standingIdentification } from '../records/identification.store.js';
import { officerAtIncident } from '../records/officer-post.store.js';
import { officersInCase, setIdentified } from '../records/officer.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf, termFaults } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { postAtIncident, type PositionTold } from '../rules/post-at-incident.js';
import { refuseFaults } from './refuse-faults.js';

export interface Identification extends PositionTold {
  /** Who it was */
  officerId: string;
  /** By what they were known: a code of the charter */
  means: string;
  /** What it rests on, in words; needed when somebody else was taken for them. Sealed */
  reason?: string | undefined;
  /** The identification that turned out to be wrong: nobody supersedes one that they have not seen */
  replaces?: string | undefined;
}

/** The officer who was only described gets a name, or another one. Who they were taken for, and by what, stays. */
@Injectable()
export class IdentifyOfficer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, identified-already, officer-in-case-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, complaintOfficerId }: { complaintId: string; complaintOfficerId: string },
    identification: Identification,
  ): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { officerId, means, reason, replaces } = identification;
    const id = newId();
    const at = this.clock.now();
    const unsaid = replaces !== undefined && reason === undefined;
    refuseFaults(faultIf(unsaid, '/reason', 'reason-needed', 'Say why it was not who they were taken for.'));
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const supersedes = await superseded(manager, { complaintId, complaintOfficerId }, identification);
      const known = await officerAtIncident(manager, complaintId, officerId);
      const { identifiedBy } = (await charterById(manager, charterId)).document.parties;
      refuseFaults([
        ...faultIf(!known, '/officerId', 'no-such-officer', 'There is no officer with this id: register them first.'),
        ...termFaults('/means', identifiedBy, means),
      ]);
      const then = postAtIncident(identification, known);
      await setIdentified(manager, { ...then, id: complaintOfficerId, officerId, at });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'officer_identification', column: 'reason_cipher', rowId: id };
      const made = {
        jurisdictionId,
        id,
        complaintId,
        complaintOfficerId,
        officerId,
        means,
        supersedes,
        recordedBy,
        at,
      };
      await insertIdentification(manager, { ...made, reasonCipher: key.sealGiven(place, reason) });
      const subject = { kind: 'complaint-officer', id: complaintOfficerId };
      // As whom, the identification says: an expungement reaches that, and never the history.
      const details = { identification: id, means, supersedes };
      await recordHistory(manager, { actor, action: 'officer.identify', subject, complaintId, details, at });
    });
  }
}

/** The identification that this one puts right; null: it is the first, or the one before was undone. */
async function superseded(
  manager: EntityManager,
  { complaintId, complaintOfficerId }: { complaintId: string; complaintOfficerId: string },
  { officerId, replaces }: Identification,
): Promise<string | null> {
  const inCase = await officersInCase(manager, complaintId);
  const officer = inCase.find(({ id }) => id === complaintOfficerId);
  if (!officer) throw new NotFound();
  const standing = await standingIdentification(manager, complaintOfficerId);
  if (officer.officerId !== null && (replaces === undefined || replaces !== standing))
    throw new RuleBroken(
      'identified-already',
      `This officer was identified before: to correct it, give that identification in replaces (${standing ?? 'none'}).`,
    );
  if (officer.officerId === null && replaces !== undefined)
    throw new RuleBroken('not-identified', 'Nobody is taken for this officer: leave replaces out.');
  if (inCase.some((other) => other.officerId === officerId))
    throw new RuleBroken('officer-in-case-already', 'This officer stands in the case already.');
  return standing;
}
