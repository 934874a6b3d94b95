import type { CaseKey } from '../../vault/index.js';
import { standsBehindShield } from '../rules/privacy-choice.js';
import type { NoteKind, SealedNote } from './sealed-notes.reader.js';
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
  /** Reasons and grounds written down beside decisions, oldest first */
  notes: { kind: NoteKind; id: string; text: string }[];
}

/** @param behindShield whether those are opened too whom the complainant's privacy choice shields */
export function openedTexts(
  key: CaseKey,
  complaintId: string,
  sealed: SealedTexts & { notes: readonly SealedNote[] },
  { behindShield }: { behindShield: boolean },
): OpenedTexts {
  const open = (table: string, column: string, rowId: string, cipher: Buffer) =>
    key.open({ table, column, rowId }, cipher);
  const openGiven = (table: string, column: string, rowId: string, cipher: Buffer | null) =>
    cipher && open(table, column, rowId, cipher);
  const { complaint, screening, people } = sealed;
  const decided = screening[0];
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
    screeningReason: decided ? open('screening', 'reason_cipher', decided.id, decided.reason) : null,
    notes: sealed.notes.map(({ kind, table, column, id, text }) => ({ kind, id, text: open(table, column, id, text) })),
  };
}
