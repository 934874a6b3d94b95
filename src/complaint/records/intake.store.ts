import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import type { DrawnKey } from '../../vault/index.js';
import type { NewComplaint } from '../rules/intake-faults.js';

export interface Intake extends NewComplaint {
  jurisdictionId: string;
  complaintId: string;
  charterId: string;
  byThePerson: boolean;
  takenInBy: string | null;
  shielded: boolean;
  /** When it came in: the hour alone when anonymous. Every id is drawn for this time. */
  at: Date;
  drawCaseNumber: () => string;
}

/** One statement, so that a case comes in with one round trip; without the complaint's row nothing else is written. */
const INTAKE = `
  WITH filed AS (
    INSERT INTO redress.complaint (jurisdiction_id, id, case_number, status, charter_id, kind, channel, anonymous, received_at,
        incident_on, district, beat, language, narrative_cipher, place_cipher, taken_in_by, privacy, shielded, accommodations,
        retaliation_feared, retaliation_cipher, pending_charges, pending_suit, preferred_contact)
    VALUES ($1, $2, $3, 'filed', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
    ON CONFLICT DO NOTHING RETURNING id),
  kept AS (
    INSERT INTO redress.case_key (jurisdiction_id, complaint_id, wrapping_key_id, wrapped)
    SELECT $1, filed.id, $24, $25::bytea FROM filed),
  complains AS (
    INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles, name_cipher, contact_cipher, race, gender, age_at_incident)
    SELECT $1, $26::uuid, filed.id, $27::text[], $28::bytea, $29::bytea, $30, $31, $32::int FROM filed WHERE $26::uuid IS NOT NULL),
  accused AS (
    INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, description_cipher)
    SELECT $1, $33::uuid, filed.id, 'subject', $34::bytea FROM filed WHERE $33::uuid IS NOT NULL),
  alleged AS (
    INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category)
    SELECT $1, said.id, filed.id, $33::uuid, said.category
      FROM filed, unnest($35::uuid[], $36::text[]) AS said (id, category))
  SELECT id FROM filed`;

const MOST_DRAWS = 5;

/**
 * The case's first rows: itself, its key, who complains, and the officer whom they describe. Draws case numbers until one
 * is free (of 2^40 a year; the second draw is for the books). Returns the one it got.
 */
export async function insertIntake(manager: EntityManager, drawn: DrawnKey, intake: Intake): Promise<string> {
  const { jurisdictionId, complaintId } = intake;
  const rest = [...complaintValues(drawn, intake), ...personValues(drawn, intake), ...accusedValues(drawn, intake)];
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const caseNumber = intake.drawCaseNumber();
    const filed: unknown[] = await manager.query(INTAKE, [jurisdictionId, complaintId, caseNumber, ...rest]);
    if (filed.length === 1) return caseNumber;
  }
  throw new Error(`No free case number in ${MOST_DRAWS} draws.`);
}

function complaintValues({ key, row }: DrawnKey, intake: Intake): unknown[] {
  const place = (column: string) => ({ table: 'complaint', column, rowId: intake.complaintId });
  return [
    ...[intake.charterId, intake.kind, intake.channel, intake.anonymous, intake.at],
    ...[intake.incidentOn ?? null, intake.district ?? null, intake.beat ?? null, intake.language ?? null],
    key.seal(place('narrative_cipher'), intake.narrative),
    key.sealGiven(place('place_cipher'), intake.place),
    ...[intake.takenInBy, intake.privacy ?? null, intake.shielded, intake.accommodations ?? []],
    intake.retaliationFeared ?? null,
    key.sealGiven(place('retaliation_cipher'), intake.retaliationTold),
    ...[intake.pendingCharges ?? null, intake.pendingSuit ?? null, intake.preferredContact ?? null],
    ...[row.wrappingKeyId, row.wrapped],
  ];
}

/** What the agency takes up by itself has no complainant. */
function personValues({ key }: DrawnKey, { byThePerson, anonymous, complainant, at }: Intake): unknown[] {
  if (!byThePerson && !anonymous && !complainant) return Array<null>(7).fill(null);
  const id = newId(at);
  const place = (column: string) => ({ table: 'complaint_person', column, rowId: id });
  return [
    id,
    [...new Set(['complainant', ...(complainant?.roles ?? [])])],
    key.sealGiven(place('name_cipher'), complainant?.name),
    key.sealGiven(place('contact_cipher'), complainant?.contact),
    ...[complainant?.race ?? null, complainant?.gender ?? null, complainant?.ageAtIncident ?? null],
  ];
}

/** The officer whom the person describes stands as unknown, with what is alleged, until staff identify them. */
function accusedValues({ key }: DrawnKey, { officerDescription, allegations = [], at }: Intake): unknown[] {
  if (officerDescription === undefined && allegations.length === 0) return [null, null, [], []];
  const id = newId(at);
  const place = { table: 'complaint_officer', column: 'description_cipher', rowId: id };
  const categories = [...new Set(allegations)];
  return [id, key.sealGiven(place, officerDescription), categories.map(() => newId(at)), categories];
}
