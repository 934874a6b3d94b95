import { describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSettings } from './settings.js';

const key = 'q8b5Zp0h3rW1yN7dK2mT4uV6xA9cE0gIjLnOsQwRfXY=';

describe('the settings', () => {
  it('need nothing: then the embedded database serves, on this machine alone', () => {
    expect(readSettings({})).toMatchObject({
      databaseUrl: undefined,
      masterKey: undefined,
      host: '127.0.0.1',
      port: 3000,
    });
  });

  it('take a variable that is set to nothing as not set', () => {
    expect(readSettings({ DATABASE_URL: ' ', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });

  // ASVS 5.0: V13.2.3
  it.each([
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ PUBLIC_ADDRESS: 'oversight.example.gov' }, 'PUBLIC_ADDRESS must be like'],
    [{ PUBLIC_ADDRESS: 'https://example.gov/data' }, 'PUBLIC_ADDRESS must be like'],
    [{ PUBLIC_ADDRESS: 'https://me:pw@example.gov' }, 'PUBLIC_ADDRESS must be like'],
    [{ PUBLIC_ADDRESS: 'ftp://example.gov' }, 'PUBLIC_ADDRESS must be like'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ DATABASE_URL: 'postgresql://a:b@c/d' }, 'MASTER_KEY_FILE'],
    [{ APP_DATABASE_URL: 'postgresql://a:b@c/d' }, 'MASTER_KEY_FILE'],
    [{ SIGN_IN_ORIGIN: 'http://oversight.example.gov' }, 'https://'],
    [{ SIGN_IN_ORIGIN: 'https://oversight.example.gov/staff' }, 'without a path'],
    [{ SIGN_IN_ORIGIN: 'oversight' }, 'https://'],
    [{ PRIVATE_ISSUERS: 'https://login.example.gov' }, 'PRIVATE_ISSUERS'],
    [{ MASTER_KEY_FILE: '/nowhere/master.key' }, 'cannot be read'],
    [{ EVIDENCE_MOST_MEGAPIXELS: '0' }, 'EVIDENCE_MOST_MEGAPIXELS must be'],
    [{ EVIDENCE_MOST_RATIO: 'much' }, 'EVIDENCE_MOST_RATIO must be'],
    [{ MASTER_KEY: 'c2hvcnQ=' }, '32 bytes'],
    [{ MASTER_KEY: Buffer.alloc(32).toString('base64') }, 'weak'],
    [{ MASTER_KEY: Buffer.from('password'.repeat(4)).toString('base64') }, 'weak'],
  ])('refuse %j and say why', (environment, reason) => {
    expect(() => readSettings(environment)).toThrow(reason);
  });

  it('take an address for the public, without the slash at its end', () => {
    expect(readSettings({ PUBLIC_ADDRESS: 'https://oversight.example.gov/' }).publicAddress).toBe(
      'https://oversight.example.gov',
    );
    expect(readSettings({}).publicAddress).toBeNull();
  });

  // ASVS 5.0: V13.3.2
  it('take no secret from a file that everybody on the machine may read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'redress-key-')), 'master.key');
    writeFileSync(file, `${key}\n`);
    for (const [variable, mode] of [
      ['MASTER_KEY_FILE', 0o644],
      ['MASTER_KEY_FILE', 0o602],
      ['FORMER_MASTER_KEY_FILE', 0o604],
    ] as const) {
      chmodSync(file, mode);
      expect(() => readSettings({ [variable]: file })).toThrow('everybody on this machine may read it');
    }
    chmodSync(file, 0o640);
    expect(readSettings({ MASTER_KEY_FILE: file }).masterKey?.toString('base64')).toBe(key);
    rmSync(dirname(file), { recursive: true });
  });

  it('take a database of one’s own with a key', () => {
    const settings = readSettings({ DATABASE_URL: 'postgresql://a:b@c/d', MASTER_KEY: key });
    expect(settings.masterKey?.length).toBe(32);
  });
});
