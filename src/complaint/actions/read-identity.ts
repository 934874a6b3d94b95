import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type CaseKey, CaseVault } from '../../vault/index.js';
import { type NoteKind, type SealedNote, sealedNotesOf } from '../records/sealed-notes.reader.js';
import { type SealedTexts, sealedTextsOf } from '../records/sealed-texts.reader.js';

/** The texts of a case in clear; null where nothing was told. */
export interface OpenedTexts {
  narrative: string | null;
  place: string | null;
  people: { personId: string; name: string | null; contact: string | null }[];
  officers: { complaintOfficerId: string; description: string }[];
  findings: { findingId: string; reasons: string }[];
  screeningReason: string | null;
  /** Reasons and grounds written down beside decisions, oldest first */
  notes: { kind: NoteKind; id: string; text: string }[];
}

/** Somebody reads who is behind a case. It is an act, not a look: the history says who and when. */
@Injectable()
export class ReadIdentity {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<OpenedTexts> {
    return this.database.transaction(actor, async (manager) => {
      const sealed = await sealedTextsOf(manager, complaintId);
      if (!sealed) throw new NotFound();
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, {
        actor,
        action: 'complaint.read-identity',
        subject,
        complaintId,
        at: this.clock.now(),
      });
      const notes = await sealedNotesOf(manager, complaintId);
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const opening = ({ kind, table, column, id, text }: SealedNote) => ({
        kind,
        id,
        text: key.open({ table, column, rowId: id }, text),
      });
      return { ...opened(key, complaintId, sealed), notes: notes.map(opening) };
    });
  }
}

function opened(key: CaseKey, complaintId: string, sealed: SealedTexts): Omit<OpenedTexts, 'notes'> {
  const open = (table: string, column: string, rowId: string, cipher: Buffer) =>
    key.open({ table, column, rowId }, cipher);
  const openGiven = (table: string, column: string, rowId: string, cipher: Buffer | null) =>
    cipher && open(table, column, rowId, cipher);
  const [screening] = sealed.screening;
  return {
    narrative: openGiven('complaint', 'narrative_cipher', complaintId, sealed.complaint.narrative),
    place: openGiven('complaint', 'place_cipher', complaintId, sealed.complaint.place),
    people: sealed.people.map(({ id, name, contact }) => ({
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
    screeningReason: screening ? open('screening', 'reason_cipher', screening.id, screening.reason) : null,
  };
}
