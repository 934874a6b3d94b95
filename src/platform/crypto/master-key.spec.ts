import { describe, expect, it } from '@jest/globals';
import { createHmac, hkdfSync } from 'node:crypto';
import { SettingsRefused } from '../errors/settings-refused.js';
import { MasterKey } from './master-key.js';
import { parseMasterKey } from './parse-master-key.js';

const secret = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
/** RFC 5869, as Node has it: what was sealed yesterday must open tomorrow, so the purposes may not change. */
const derived = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `redress/${purpose}`, 32));

describe('the master key', () => {
  it('gives each purpose a key of its own, the same at every start', () => {
    const key = new MasterKey(secret);
    expect([key.sealingKey('rejects'), key.officeKey('j', 'drafts'), key.signingSeed('history')]).toEqual(
      ['sealing/rejects', 'office/j/drafts', 'signing/history'].map(derived),
    );
    expect(key.id).toBe(derived('key-id').subarray(0, 6).toString('hex'));
    expect(key.sealingKey('rejects')).toBe(key.sealingKey('rejects'));
  });

  it('makes a fingerprint of what a person carries', () => {
    expect(new MasterKey(secret).fingerprint('receipt', 'ABC')).toEqual(
      createHmac('sha256', derived('fingerprint/receipt')).update('ABC').digest(),
    );
  });

  it('keeps what was in use before it', () => {
    const before = Buffer.alloc(32, 9);
    const key = new MasterKey(secret, new Map([['signing/history', before]]));
    expect(key.signingSeed('history')).toEqual(before);
    expect(key.signingSeed('releases')).toEqual(derived('signing/releases'));
  });
});

describe('the file of the master key', () => {
  const coded = (bytes: number[]): string => Buffer.from(bytes).toString('base64');
  const varied = (different: number): number[] => Array.from({ length: 32 }, (_, at) => at % different);

  it('holds 32 bytes in base64', () => {
    expect(parseMasterKey(secret.toString('base64'))).toEqual(secret);
    expect(parseMasterKey(coded(varied(12)))).toHaveLength(32);
  });

  // ASVS 5.0: V11.2.3
  it.each([
    ['31 bytes', coded(varied(31).slice(1)), 'The master key must be 32 bytes in base64 (openssl rand -base64 32).'],
    ['nothing', '', 'The master key must be 32 bytes in base64 (openssl rand -base64 32).'],
    ['eleven bytes over again', coded(varied(11)), 'The master key is weak: draw one with openssl rand -base64 32.'],
  ])('is refused with %s', (_, source, said) => {
    expect(() => parseMasterKey(source)).toThrow(new SettingsRefused(said));
  });
});
