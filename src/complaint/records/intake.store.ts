import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import type { NewComplaint } from '../rules/intake-faults.js';
import { AllegationEntity } from './allegation.entity.js';
import type { CaseKey, DrawnKey } from '../../vault/index.js';
import { ComplaintOfficerEntity } from './complaint-officer.entity.js';
import { insertComplaint } from './complaint.store.js';
import { insertPerson } from './person.store.js';

export interface Intake extends NewComplaint {
  jurisdictionId: string;
  complaintId: string;
  charterId: string;
  byThePerson: boolean;
  /** When it came in: the hour alone when anonymous. Every id is drawn for this time. */
  at: Date;
  drawCaseNumber: () => string;
}

/** The case's first rows: itself, its key, who complains, and the officer whom they describe. Returns the case number. */
export async function insertIntake(manager: EntityManager, drawn: DrawnKey, intake: Intake): Promise<string> {
  const { jurisdictionId, complaintId, at } = intake;
  const place = (column: string) => ({ table: 'complaint', column, rowId: complaintId });
  const row = {
    jurisdictionId,
    id: complaintId,
    charterId: intake.charterId,
    kind: intake.kind,
    channel: intake.channel,
    anonymous: intake.anonymous,
    receivedAt: at,
    incidentOn: intake.incidentOn ?? null,
    district: intake.district ?? null,
    beat: intake.beat ?? null,
    language: intake.language ?? null,
    narrativeCipher: drawn.key.seal(place('narrative_cipher'), intake.narrative),
    placeCipher: drawn.key.sealGiven(place('place_cipher'), intake.place),
  };
  const caseNumber = await insertComplaint(manager, row, intake.drawCaseNumber);
  await drawn.keep(manager);
  // What the agency takes up by itself has no complainant.
  if (intake.byThePerson || intake.anonymous || intake.complainant) {
    const person = {
      ...intake.complainant,
      jurisdictionId,
      id: newId(at),
      complaintId,
      roles: ['complainant'] as const,
    };
    await insertPerson(manager, drawn.key, person);
  }
  if (intake.officerDescription !== undefined || intake.allegations?.length)
    await insertAccused(manager, drawn.key, intake);
  return caseNumber;
}

/** The officer whom the person describes stands as unknown, with what is alleged, until staff identify them. */
async function insertAccused(manager: EntityManager, key: CaseKey, intake: Intake): Promise<void> {
  const { jurisdictionId, complaintId, at } = intake;
  const id = newId(at);
  const place = { table: 'complaint_officer', column: 'description_cipher', rowId: id };
  const descriptionCipher = key.sealGiven(place, intake.officerDescription);
  await manager.insert(ComplaintOfficerEntity, { jurisdictionId, id, complaintId, role: 'subject', descriptionCipher });
  for (const category of new Set(intake.allegations)) {
    const allegation = { jurisdictionId, id: newId(at), complaintId, complaintOfficerId: id, category };
    await manager.insert(AllegationEntity, allegation);
  }
}
