/** What came in, as the oversight body signs it. */
export interface ReceiptStatement {
  kind: 'submission' | 'report';
  jurisdiction: string;
  departmentId: string;
  /** The submission's id, or the report's */
  id: string;
  /** ISO 8601 */
  receivedAt: string;
  /** Of the bytes as they came (submission), or of the report's JSON with sorted fields (report) */
  sha256: string;
  /** A submission: how many bytes, in which format, what became of its records */
  bytes?: number;
  format?: string;
  counts?: Readonly<Record<string, number>>;
  /** A report */
  reportNumber?: string;
  version?: number;
}

/** `statement` is a ReceiptStatement as JSON: these very bytes are signed, so nobody need agree how JSON is written. */
export interface SignedReceipt {
  statement: string;
  keyId: string;
  /** Ed25519, base64 */
  signature: string;
}
