import { newId } from '../../platform/identifiers.js';
import type { Statements } from '../../platform/postgres/in-one-statement.js';
import type { DrawnKey } from '../../vault/index.js';
import type { NewComplaint } from '../rules/intake-faults.js';
import { indexContact } from './contact-index.store.js';

export interface Intake extends NewComplaint {
  jurisdictionId: string;
  complaintId: string;
  caseNumber: string;
  charterId: string;
  byThePerson: boolean;
  takenInBy: string | null;
  shielded: boolean;
  /** When it came in: the hour alone when anonymous. Every id is drawn for this time. */
  at: Date;
}

const COMPLAINT = `
  INSERT INTO redress.complaint (jurisdiction_id, id, case_number, status, charter_id, kind, channel, anonymous, received_at,
      incident_on, district, beat, language, narrative_cipher, place_cipher, taken_in_by, privacy, shielded, accommodations,
      retaliation_feared, retaliation_cipher, pending_charges, pending_suit, preferred_contact)
  VALUES ($1, $2, $3, 'filed', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`;

/** The case's first rows: itself, its key, who complains, and the officer whom they describe. */
export async function insertIntake(statements: Statements, drawn: DrawnKey, intake: Intake): Promise<void> {
  const { jurisdictionId, complaintId, caseNumber, at } = intake;
  const place = (column: string) => ({ table: 'complaint', column, rowId: complaintId });
  await statements.query(COMPLAINT, [
    ...[jurisdictionId, complaintId, caseNumber],
    ...[intake.charterId, intake.kind, intake.channel, intake.anonymous, at],
    ...[intake.incidentOn ?? null, intake.district ?? null, intake.beat ?? null, intake.language ?? null],
    drawn.key.seal(place('narrative_cipher'), intake.narrative),
    drawn.key.sealGiven(place('place_cipher'), intake.place),
    ...[intake.takenInBy, intake.privacy ?? null, intake.shielded, intake.accommodations ?? []],
    intake.retaliationFeared ?? null,
    drawn.key.sealGiven(place('retaliation_cipher'), intake.retaliationTold),
    ...[intake.pendingCharges ?? null, intake.pendingSuit ?? null, intake.preferredContact ?? null],
  ]);
  await drawn.keep(statements);
  // What the agency takes up by itself has no complainant.
  if (intake.byThePerson || intake.anonymous || intake.complainant) await insertComplainant(statements, drawn, intake);
  if (intake.officerDescription !== undefined || intake.allegations?.length)
    await insertAccused(statements, drawn, intake);
}

async function insertComplainant(
  statements: Statements,
  { key }: DrawnKey,
  { jurisdictionId, complaintId, complainant, shielded, at }: Intake,
): Promise<void> {
  const id = newId(at);
  const place = (column: string) => ({ table: 'complaint_person', column, rowId: id });
  await statements.query(
    `INSERT INTO redress.complaint_person
       (jurisdiction_id, id, complaint_id, roles, name_cipher, contact_cipher, race, gender, age_at_incident)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[jurisdictionId, id, complaintId, [...new Set(['complainant', ...(complainant?.roles ?? [])])]],
      key.sealGiven(place('name_cipher'), complainant?.name),
      key.sealGiven(place('contact_cipher'), complainant?.contact),
      ...[complainant?.race ?? null, complainant?.gender ?? null, complainant?.ageAtIncident ?? null],
    ],
  );
  // Who is shielded must not be known again by a case in which they were not.
  if (!shielded) await indexContact(statements, key, { ...complainant, jurisdictionId, complaintId });
}

/** The officer whom the person describes stands as unknown, with what is alleged, until staff identify them. */
async function insertAccused(
  statements: Statements,
  { key }: DrawnKey,
  { jurisdictionId, complaintId, officerDescription, allegations = [], at }: Intake,
): Promise<void> {
  const id = newId(at);
  const place = { table: 'complaint_officer', column: 'description_cipher', rowId: id };
  await statements.query(
    `INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, description_cipher)
     VALUES ($1, $2, $3, 'subject', $4)`,
    [jurisdictionId, id, complaintId, key.sealGiven(place, officerDescription)],
  );
  const categories = [...new Set(allegations)];
  await statements.query(
    `INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category)
     SELECT $1, said.id, $2, $3, said.category FROM unnest($4::uuid[], $5::text[]) AS said (id, category)`,
    [jurisdictionId, complaintId, id, categories.map(() => newId(at)), categories],
  );
}
