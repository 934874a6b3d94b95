export class LineFaultView {
  /** JSON pointer into the record; empty for the whole of it */
  path!: string;
  /** Stable, for programs */
  code!: string;
  /** How to mend it */
  message!: string;
}

export class RejectedLineView {
  /** Counting from 1: the line, the row where it begins, or the place in the list */
  line!: number;
  /** Null when it could not be read */
  reportNumber!: string | null;
  faults!: LineFaultView[];
}

export class WarnedLineView {
  line!: number;
  reportNumber!: string | null;
  warnings!: LineFaultView[];
}

/** What the oversight body signs. `redress verify receipt` and any program that knows Ed25519 can check it. */
export class SignedReceiptView {
  /** JSON; these very bytes are signed */
  statement!: string;
  /** Which of the jurisdiction's receipt keys */
  keyId!: string;
  /** Ed25519, base64 */
  signature!: string;
}

export class SubmissionCountsView {
  /** Records that were not empty: the sum of what became of them */
  received!: number;
  taken!: number;
  /** Replaced what stood under their number */
  amended!: number;
  withdrawn!: number;
  /** Zero reports */
  zero!: number;
  /** Stood already, word for word: sent a second time */
  unchanged!: number;
  /** AddOnly beside one that stands */
  kept!: number;
  rejected!: number;
  /** Those that carry a warning */
  warned!: number;
}

/** Of those that are lawful, taken or not */
export class ProgrammeCountsView {
  profile!: string;
  complete!: number;
  /** Something that the programme asks for is missing, at fault or pending */
  incomplete!: number;
  notReportable!: number;
}

export class BulkResultView extends SubmissionCountsView {
  submissionId!: string;
  /** What each programme that binds you says of them */
  programmes!: ProgrammeCountsView[];
  /** The first thousand rejected records; GET submissions/{id}/rejects gives all */
  results!: RejectedLineView[];
  /** The first thousand records with a warning */
  warnings!: WarnedLineView[];
  /** Columns of a table that the mapping does not read */
  unknownColumns!: string[];
  receipt!: SignedReceiptView;
}

export class SubmissionView {
  id!: string;
  format!: 'json-lines' | 'json' | 'csv' | 'xml';
  allOrNothing!: boolean;
  /** Of a table: by which mapping it was read */
  mappingName!: string | null;
  mappingVersion!: number | null;
  begunAt!: Date;
  bytes!: number;
  /** Of the bytes as they came, hexadecimal */
  sha256!: string;
  counts!: SubmissionCountsView;
}

export class SubmissionPageView {
  submissions!: SubmissionView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}
