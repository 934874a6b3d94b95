/** What may be wrong with a published file. The codes are stable: programs and tests read them. */
export type ViolationCode =
  | 'manifest-invalid'
  | 'file-unreadable'
  | 'sha256-mismatch'
  | 'header-mismatch'
  | 'ragged-row'
  | 'row-count-mismatch'
  | 'unit-count-mismatch'
  | 'suppressed-count-mismatch'
  | 'class-below-k'
  | 'joined-class-below-k'
  | 'suppressed-row-readable'
  | 'value-outside-level'
  | 'value-not-listed'
  | 'identifier-in-cell'
  | 'date-finer-than-level'
  | 'free-text-in-cell'
  | 'control-character'
  | 'forbidden-pattern'
  | 'key-not-pseudonym'
  | 'keys-not-random'
  | 'duplicate-key'
  | 'unknown-subject'
  | 'subject-varies'
  | 'unsorted-rows'
  | 'tied-rows'
  | 'diversity-below-l'
  | 'closeness-above-t'
  | 'likeness-above-beta'
  | 'risk-above-threshold'
  | 'overall-distribution-false'
  | 'identifier-of-roster'
  | 'roster-unreadable'
  | 'unlisted-file'
  | 'listed-file-missing'
  | 'listed-file-changed'
  | 'format-differs'
  | 'sums-differ'
  | 'signature-missing'
  | 'signature-false'
  | 'tables-joinable'
  | 'value-not-of-type'
  | 'cell-below-k'
  | 'source-missing'
  | 'row-not-of-source'
  | 'row-missing'
  | 'row-not-public'
  | 'linked-table-missing';

export interface Violation {
  readonly code: ViolationCode;
  readonly message: string;
  /** Line of the file, from 1; the header is line 1. */
  readonly line?: number;
  readonly column?: string;
}

/** Says a violation. The message never repeats a cell's text: what is wrong with it may be that it names somebody. */
export type Report = (
  code: ViolationCode,
  message: string,
  where?: { readonly line?: number; readonly column?: string },
) => void;

/** Keeps the first violations of each code and counts the rest. */
export class Violations {
  readonly listed: Violation[] = [];
  readonly counts = new Map<ViolationCode, number>();

  constructor(private readonly mostPerCode = 20) {}

  readonly report: Report = (code, message, where = {}) => {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= this.mostPerCode) this.listed.push({ code, message, ...where });
  };

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
