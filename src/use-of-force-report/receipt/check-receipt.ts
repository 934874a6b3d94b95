import { createHash, createPublicKey, verify } from 'node:crypto';
import type { ReceiptStatement, SignedReceipt } from './signed-receipt.js';

export type ReceiptCheck =
  | { ok: true; statement: ReceiptStatement }
  | { ok: false; code: 'receipt-unreadable' | 'receipt-key-other' | 'receipt-not-signed' | 'receipt-other-file' };

/** Whether a receipt is what that key signed and, where the file is given, whether it is about that file. Needs no network. */
export function checkReceipt(receipt: unknown, publicKey: string, fileSha256?: string): ReceiptCheck {
  const signed = receiptIn(receipt);
  if (!signed) return { ok: false, code: 'receipt-unreadable' };
  if (keyIdOf(publicKey) !== signed.keyId) return { ok: false, code: 'receipt-key-other' };
  const good = verify(
    null,
    Buffer.from(signed.statement),
    createPublicKey(publicKey),
    Buffer.from(signed.signature, 'base64'),
  );
  if (!good) return { ok: false, code: 'receipt-not-signed' };
  const statement = JSON.parse(signed.statement) as ReceiptStatement;
  if (fileSha256 !== undefined && statement.sha256 !== fileSha256) return { ok: false, code: 'receipt-other-file' };
  return { ok: true, statement };
}

/** As it is kept with the department: the receipt itself, or the whole answer that holds it. */
function receiptIn(told: unknown): SignedReceipt | null {
  const outer = told as { receipt?: unknown } | null;
  const { statement, keyId, signature } = (outer?.receipt ?? told ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof statement !== 'string' || typeof keyId !== 'string' || typeof signature !== 'string') return null;
  return { statement, keyId, signature };
}

function keyIdOf(publicKey: string): string | null {
  try {
    const pem = createPublicKey(publicKey).export({ format: 'pem', type: 'spki' }).toString();
    return createHash('sha256').update(pem).digest('hex').slice(0, 16);
  } catch {
    return null;
  }
}
