import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Turned } from './software-authenticator.js';

const thief = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
/** Answers that sign nobody in. */
export const FORGED_ANSWERS: [string, Turned][] = [
  ['of another origin', { origin: 'https://evil.example' }],
  ['of the same host by another port', { origin: 'http://localhost:3001' }],
  ['for another relying party', { host: 'evil.example' }],
  ['of another ceremony', { type: 'webauthn.create' }],
  ['with a challenge of its own', { challenge: randomBytes(54).toString('base64url') }],
  ['with a short challenge', { challenge: 'AAAA' }],
  ['signed with another key', { key: thief }],
  ['without the person present', { flags: 0x04 }],
  ['without the person verified', { flags: 0x01 }],
  [
    'with flags raised afterwards',
    { flags: 0x01, afterwards: (data) => Buffer.concat([data.subarray(0, 32), Buffer.from([5]), data.subarray(33)]) },
  ],
  [
    'with a counter raised afterwards',
    { afterwards: (data) => Buffer.concat([data.subarray(0, 36), Buffer.from([99])]) },
  ],
  ['of a credential that nobody has', { credentialId: randomBytes(32) }],
  ['cut short', { afterwards: (data) => data.subarray(0, 20) }],
];

/** Answers that register nothing. */
export const FORGED_REGISTRATIONS: [string, Turned][] = [
  ['of another origin', { origin: 'https://evil.example' }],
  ['for another relying party', { host: 'evil.example' }],
  ['of another ceremony', { type: 'webauthn.get' }],
  ['with a challenge of its own', { challenge: randomBytes(54).toString('base64url') }],
  ['without the person verified', { flags: 0x41 }],
  ['without a credential', { flags: 0x05 }],
];
