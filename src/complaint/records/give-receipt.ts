import { randomBytes } from 'node:crypto';
import { insertReceipt } from '../../identity/index.js';
import type { MasterKey } from '../../platform/crypto/index.js';
import type { Statements } from '../../platform/postgres/in-one-statement.js';
import { CODE_BYTES, readReceiptCode, receiptCodeOf } from '../../shared/receipt-code.js';

/** Draws a code that opens this case, and keeps its fingerprint alone: the answer is the only place where it stands. */
export async function giveReceipt(
  manager: Statements,
  masterKey: MasterKey,
  receipt: { jurisdictionId: string; complaintId: string; at: Date },
): Promise<string> {
  const receiptCode = receiptCodeOf(randomBytes(CODE_BYTES));
  const codeHash = masterKey.fingerprint('receipt', readReceiptCode(receiptCode) ?? '');
  await insertReceipt(manager, { ...receipt, codeHash });
  return receiptCode;
}
