import { deriveKey } from '../crypto/index.js';

/**
 * Every key outside of cases that a jurisdiction's rows, receipts and signatures came to hang on while the master key was the
 * root of all: purpose → key, as MasterKey asks for them. The master key itself is not kept: it also wrapped cases' keys.
 */
export function keysOfBefore(master: Buffer, jurisdictionId: string): Map<string, Buffer> {
  const derived = [
    'fingerprint/receipt',
    'fingerprint/officer-pseudonyms',
    `fingerprint/recovery/${jurisdictionId}`,
    `sealing/second-factor/${jurisdictionId}`,
    `sealing/drafts/${jurisdictionId}`,
    `sealing/rejects/${jurisdictionId}`,
    'signing/history',
    'signing/releases',
    `signing/receipts/${jurisdictionId}`,
  ].map((purpose) => [purpose, deriveKey(master, purpose)] as const);
  const wrapping = deriveKey(master, `case-keys/${jurisdictionId}`);
  const ofTheOffice = ['board-words', 'vote-reasons'].map(
    (use) => [`office/${jurisdictionId}/${use}`, deriveKey(wrapping, use)] as const,
  );
  return new Map([...derived, ...ofTheOffice]);
}
