import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';
import type { IntakeRecord } from '../rules/intake-record.js';

/** Writes what was told, and leaves what was not told as it stands. Who fears nothing any more has told nothing. */
export async function updateCircumstances(
  manager: EntityManager,
  key: CaseKey,
  complaintId: string,
  told: IntakeRecord,
): Promise<void> {
  const place = { table: 'complaint', column: 'retaliation_cipher', rowId: complaintId };
  await manager.query(
    `UPDATE redress.complaint SET language = coalesce($2, language), accommodations = coalesce($3, accommodations),
       retaliation_feared = coalesce($4, retaliation_feared),
       retaliation_cipher = CASE WHEN $4 IS FALSE THEN NULL ELSE coalesce($5, retaliation_cipher) END,
       pending_charges = coalesce($6, pending_charges), pending_suit = coalesce($7, pending_suit),
       preferred_contact = coalesce($8, preferred_contact) WHERE id = $1`,
    [
      ...[complaintId, told.language ?? null, told.accommodations ?? null, told.retaliationFeared ?? null],
      ...[key.sealGiven(place, told.retaliationTold), told.pendingCharges ?? null, told.pendingSuit ?? null],
      told.preferredContact ?? null,
    ],
  );
}
