import type { EntityManager } from 'typeorm';
import type { ReceiptSigner } from '../receipt/receipt-signer.js';
import type { SignedReceipt } from '../receipt/signed-receipt.js';
import { jurisdictionSlug } from '../records/jurisdiction-slug.reader.js';

export interface SubmissionTold {
  id: string;
  jurisdictionId: string;
  departmentId: string;
  format: string;
  begunAt: Date;
  bytes: number;
  sha256: string;
  counts: Readonly<Record<string, number>>;
}

/** What came in at once, signed: the same submission gives the same receipt, to the byte. */
export async function signSubmission(
  manager: EntityManager,
  { signer, at }: { signer: ReceiptSigner; at: Date },
  { id, jurisdictionId, departmentId, format, begunAt, bytes, sha256, counts }: SubmissionTold,
): Promise<SignedReceipt> {
  const jurisdiction = await jurisdictionSlug(manager, jurisdictionId);
  const common = { kind: 'submission', jurisdiction, departmentId, id, receivedAt: begunAt.toISOString() } as const;
  return signer.sign(manager, { jurisdictionId, at }, { ...common, sha256, bytes, format, counts });
}
