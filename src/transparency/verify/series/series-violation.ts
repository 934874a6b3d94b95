/** What may be wrong between releases of one dataset. The codes are stable: programs and tests read them. */
export type ViolationCode =
  | 'series-manifest-invalid'
  | 'series-file-unreadable'
  | 'series-file-replaced'
  | 'series-out-of-order'
  | 'series-subject-unknown'
  | 'epoch-transformation-changed'
  | 'pseudonym-reused-across-epochs'
  | 'class-below-k'
  | 'difference-below-k'
  | 'sensitive-change-below-k'
  | 'history-below-k'
  | 'history-below-l';

export interface SeriesViolation {
  readonly code: ViolationCode;
  /** Never repeats a cell: what is wrong may be that it can be told of somebody. */
  readonly message: string;
  /** Positions, from 0, of the release or of the pair in the list that was given. */
  readonly releases: readonly number[];
  /** Line of the later release's file where a row of the class stands; absent where none does. */
  readonly line?: number;
}

/** Keeps the first violations of each code and counts all. */
export class Findings {
  readonly listed: SeriesViolation[] = [];
  readonly counts = new Map<ViolationCode, number>();

  constructor(private readonly mostPerCode = 10) {}

  add(code: ViolationCode, releases: readonly number[], message: string, line?: number): void {
    const count = this.of(code) + 1;
    this.counts.set(code, count);
    if (count <= this.mostPerCode)
      this.listed.push({ code, message, releases, ...(line === undefined ? {} : { line }) });
  }

  of(code: ViolationCode): number {
    return this.counts.get(code) ?? 0;
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
