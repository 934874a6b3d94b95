import type { Command } from 'commander';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { checkReceipt } from '../use-of-force-report/index.js';
import { answer, say } from './say.js';

/** Why a receipt is not believed, for people. */
const SAID = {
  'receipt-unreadable': 'this is no receipt',
  'receipt-key-other': 'it names another key than the one given',
  'receipt-not-signed': 'that key did not sign it: it was altered, or made by somebody else',
  'receipt-other-file': 'it is about another file than the one given',
} as const;

/** Receipts of submissions, checked with no database and no network. Exit code 1 when one is refused. */
export function addVerifyReceipt(verify: Command): void {
  verify
    .command('receipt <receipt>')
    .description('check a signed receipt of a submission of use-of-force reports')
    .requiredOption('--key <file>', 'the public key in PEM, from /api/v1/jurisdictions/<slug>/receipt-keys')
    .option('--file <file>', 'the file that was sent, to see that the receipt is about it')
    .action(async (path: string, { key, file }: { key: string; file?: string }) => {
      const receipt: unknown = JSON.parse(readFileSync(path, 'utf8'));
      const checked = checkReceipt(
        receipt,
        readFileSync(key, 'utf8'),
        file === undefined ? undefined : await sha256(file),
      );
      if (!checked.ok) {
        process.exitCode = 1;
        say(`REFUSED ${path}: ${SAID[checked.code]} (${checked.code})`);
      } else
        say(`OK ${path}: ${checked.statement.kind} ${checked.statement.id}, received ${checked.statement.receivedAt}`);
      answer({ path, ...checked });
    });
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
