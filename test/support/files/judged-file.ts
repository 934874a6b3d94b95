/** A file as somebody sends it, and what is to come of it. */
export interface JudgedFile {
  /** What it is, for who reads a test's failure */
  kind: string;
  bytes: Buffer;
  name?: string;
  declaredType?: string;
  /** The code it is refused with; absent: it is taken */
  code?: string;
  /** What is noted of one that is taken */
  notes?: readonly string[];
}
