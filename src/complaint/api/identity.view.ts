import type { NoteKind } from '../records/sealed-notes.reader.js';

export class PersonIdentityView {
  personId!: string;
  name!: string | null;
  contact!: string | null;
}

export class OfficerDescriptionView {
  complaintOfficerId!: string;
  description!: string;
}

export class FindingReasonsView {
  findingId!: string;
  reasons!: string;
}

export class IdentityNoteView {
  kind!: NoteKind;
  id!: string;
  text!: string;
}

/** The sealed texts of a case in clear; null where nothing was told. Each reading stands in the case's history. */
export class IdentityView {
  narrative!: string | null;
  place!: string | null;
  /** What the person fears */
  retaliation!: string | null;
  people!: PersonIdentityView[];
  officers!: OfficerDescriptionView[];
  findings!: FindingReasonsView[];
  /** Of the decision at the door that stands */
  screeningReason!: string | null;
  /** Reasons and grounds written down beside decisions, oldest first; `id` is the decision's */
  notes!: IdentityNoteView[];
}
