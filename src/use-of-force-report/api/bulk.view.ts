export class LineFaultView {
  /** JSON pointer into the line; empty for the whole of it */
  path!: string;
  /** Stable, for programs */
  code!: string;
  /** How to mend it */
  message!: string;
}

export class RejectedLineView {
  /** Counting from 1 */
  line!: number;
  /** Null when it could not be read */
  reportNumber!: string | null;
  faults!: LineFaultView[];
}

/** received = taken + unchanged + rejected */
export class BulkResultView {
  /** Lines that were not empty */
  received!: number;
  taken!: number;
  /** Stood already, word for word: sent a second time */
  unchanged!: number;
  rejected!: number;
  /** The first thousand rejected lines */
  results!: RejectedLineView[];
}
