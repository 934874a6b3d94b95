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

/** Of a picture: its points alone, upright, without place, time and device. A JPEG. */
export class EvidenceCopyView {
  /** `waiting`: it is made within minutes */
  state!: 'made' | 'waiting' | 'none';
  /** Of `none`: it cannot be decoded here, is too large, took too long; or its original is not what came in */
  reason!: 'undecodable' | 'too_large' | 'too_slow' | 'altered' | 'missing' | null;
  bytes!: number | null;
  /** Of the copy's own bytes */
  sha256!: string | null;
  width!: number | null;
  height!: number | null;
}

export class EvidenceFileView {
  name!: string | null;
  /** By its first bytes */
  mediaType!: string;
  bytes!: number;
  /** Of the bytes as they came */
  sha256!: string;
  state!: 'unscanned' | 'quarantined' | 'clean' | 'infected';
  /** What was found odd when it came: `more-after-the-end`, `active-content` … */
  notes!: string[];
  /** null: it is no picture */
  copy!: EvidenceCopyView | null;
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
  /** What was found odd */
  notes!: string[];
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
