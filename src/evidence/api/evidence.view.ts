export class TransferView {
  /** 1, 2 …; who released it is who received it before, or who recorded the item */
  sequence!: number;
  /** Staff; null: `receivedByName`, from outside */
  receivedBy!: string | null;
  receivedByName?: string | undefined;
  agency?: string | undefined;
  place!: string;
  purpose!: string;
  recordedBy!: string;
  at!: Date;
}

export class EvidenceFileView {
  name!: string | null;
  /** By its first bytes */
  mediaType!: string;
  bytes!: number;
  /** Of the bytes as they came */
  sha256!: string;
  state!: 'unscanned' | 'quarantined' | 'clean' | 'infected';
}

export class EvidenceItemView {
  evidenceId!: string;
  /** E-1, E-2 … of the case */
  number!: number;
  kind!: 'file' | 'physical';
  title!: string;
  original!: boolean;
  collectedOn?: string | undefined;
  collectedBy?: string | undefined;
  collectedFrom?: string | undefined;
  collectedAt?: string | undefined;
  quantity?: string | undefined;
  storedAt?: string | undefined;
  /** Staff; null: the complainant */
  addedBy!: string | null;
  addedAt!: Date;
  /** null: it is a thing */
  file!: EvidenceFileView | null;
  custody!: TransferView[];
}

export class EvidenceListView {
  items!: EvidenceItemView[];
}

export class AddedEvidenceView {
  evidenceId!: string;
  number!: number;
}

export class AddedFileView extends AddedEvidenceView {
  mediaType!: string;
  bytes!: number;
  /** Of the bytes as we received them: compare it with your own */
  sha256!: string;
}

export class VerifiedFileView {
  ok!: boolean;
  fault!: 'altered' | 'missing' | null;
  /** On record since receipt */
  sha256!: string;
}

export class EvidenceAccessView {
  what!: string;
  by!: string;
  at!: Date;
}

export class CheckView {
  ok!: boolean;
  fault!: string | null;
  by!: string | null;
  at!: Date;
}

export class ReportedItemView extends EvidenceItemView {
  accesses!: EvidenceAccessView[];
  checks!: CheckView[];
}

export class CustodyReportView {
  agency!: string;
  caseNumber!: string;
  drawnUpAt!: Date;
  drawnUpBy!: string;
  /** Staff by id, as they are shown to others */
  people!: Record<string, string>;
  items!: ReportedItemView[];
}
