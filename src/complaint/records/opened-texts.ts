import type { CaseKey } from '../../vault/index.js';
import { standsBehindShield } from '../rules/privacy-choice.js';
import type { SealedTexts } from './sealed-texts.reader.js';

/** The texts of a case in clear; null where nothing was told. */
export interface OpenedTexts {
  narrative: string | null;
  place: string | null;
  /** What the person fears */
  retaliation: string | null;
  people: { personId: string; name: string | null; contact: string | null }[];
  officers: { complaintOfficerId: string; description: string }[];
  findings: { findingId: string; reasons: string }[];
  screeningReason: string | null;
  /** Why a supervisor went without the sworn statement */
  affidavitOverride: string | null;
}

/** @param behindShield whether those are opened too whom the complainant's privacy choice shields */
export function openedTexts(
  key: CaseKey,
  complaintId: string,
  sealed: SealedTexts,
  { behindShield }: { behindShield: boolean },
): OpenedTexts {
  const open = (table: string, column: string, rowId: string, cipher: Buffer) =>
    key.open({ table, column, rowId }, cipher);
  const openGiven = (table: string, column: string, rowId: string, cipher: Buffer | null) =>
    cipher && open(table, column, rowId, cipher);
  const { complaint, screening, affidavit, people } = sealed;
  const openReason = (table: string, row: { id: string; reason: Buffer } | undefined) =>
    row ? open(table, 'reason_cipher', row.id, row.reason) : null;
  const shown = people.filter(({ roles }) => behindShield || !complaint.shielded || !standsBehindShield(roles));
  return {
    narrative: openGiven('complaint', 'narrative_cipher', complaintId, complaint.narrative),
    place: openGiven('complaint', 'place_cipher', complaintId, complaint.place),
    retaliation: openGiven('complaint', 'retaliation_cipher', complaintId, complaint.retaliation),
    people: shown.map(({ id, name, contact }) => ({
      personId: id,
      name: openGiven('complaint_person', 'name_cipher', id, name),
      contact: openGiven('complaint_person', 'contact_cipher', id, contact),
    })),
    officers: sealed.officers.map(({ id, description }) => ({
      complaintOfficerId: id,
      description: open('complaint_officer', 'description_cipher', id, description),
    })),
    findings: sealed.findings.map(({ id, reasons }) => ({
      findingId: id,
      reasons: open('finding', 'reasons_cipher', id, reasons),
    })),
    screeningReason: openReason('screening', screening[0]),
    affidavitOverride: openReason('affidavit', affidavit[0]),
  };
}
