import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsRefused } from '../errors/settings-refused.js';
import { MASTER_KEY_ALONE, readKeySettings } from './key-settings.js';

const read = (settings: Record<string, string>) => readKeySettings((name) => settings[name]);
const transit = { KEY_ENCRYPTION_KEY: 'vault-transit:redress', VAULT_TOKEN_FILE: '/run/token' };
const directory = mkdtempSync(join(tmpdir(), 'redress-keys-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('which key wraps', () => {
  it.each([{}, { KEY_ENCRYPTION_KEY: 'local' }])('is the master key, where nothing else is named: %j', (settings) => {
    expect(read(settings)).toEqual({ current: null, former: [] });
    expect(MASTER_KEY_ALONE).toEqual({ current: null, former: [] });
  });

  it('is a key of AWS KMS, in the region that is set, or that its ARN says', () => {
    const arn = 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/1';
    const kms = { kind: 'aws-kms', endpoint: undefined };
    expect(read({ KEY_ENCRYPTION_KEY: `aws-kms:${arn}` }).current).toEqual({
      ...kms,
      key: arn,
      region: 'us-gov-west-1',
    });
    expect(
      read({ KEY_ENCRYPTION_KEY: `aws-kms:${arn}`, KMS_REGION: 'eu-west-1', KMS_ENDPOINT: 'http://kms' }).current,
    ).toEqual({ ...kms, key: arn, region: 'eu-west-1', endpoint: 'http://kms' });
    for (const key of ['alias/redress', `x${arn}`, 'arn:aws:s3:us-west-2:1:key/1', 'arn::kms:us-west-2:1'])
      expect(read({ KEY_ENCRYPTION_KEY: `aws-kms:${key}` }).current).toEqual({ ...kms, key, region: undefined });
  });

  it('is a key of Vault, where it says where Vault is', () => {
    const vault = { kind: 'vault-transit', key: 'redress', tokenFile: '/run/token' };
    expect(read({ ...transit, VAULT_ADDRESS: 'https://vault.example:8200//' }).current).toEqual({
      ...vault,
      ...{ address: 'https://vault.example:8200', mount: 'transit', namespace: undefined },
    });
    const named = { VAULT_TRANSIT_MOUNT: 'keys', VAULT_NAMESPACE: 'board' };
    expect(read({ ...transit, ...named, VAULT_ADDRESS: 'https://v/a//b' }).current).toEqual({
      ...vault,
      ...{ address: 'https://v/a//b', mount: 'keys', namespace: 'board' },
    });
  });

  // ASVS 5.0: V12.3.1
  it.each(['http://localhost', 'http://localhost:8200', 'http://127.0.0.1:8200', 'http://[::1]:8200'])(
    'may be reached without TLS on this machine alone: %s',
    (address) => {
      expect(read({ ...transit, VAULT_ADDRESS: address }).current).toMatchObject({ address });
    },
  );

  it.each([
    'http://vault.example',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'x https://vault.example',
    'xhttp://localhost:8200',
    'ftp://vault.example',
  ])('is not asked over an open wire: %s', (address) => {
    expect(() => read({ ...transit, VAULT_ADDRESS: address })).toThrow(
      new SettingsRefused('VAULT_ADDRESS must begin with https://: keys go over that wire.'),
    );
  });

  it.each([
    [{ ...transit }, 'With vault-transit, set VAULT_ADDRESS and VAULT_TOKEN_FILE.'],
    [
      { KEY_ENCRYPTION_KEY: 'vault-transit:redress', VAULT_ADDRESS: 'https://v' },
      'With vault-transit, set VAULT_ADDRESS and VAULT_TOKEN_FILE.',
    ],
    ...['gcp:key', 'aws-kms:', 'xaws-kms:key', 'aws-kms:a b', 'aws-kms:a ', ''].map(
      (named) =>
        [
          { KEY_ENCRYPTION_KEY: named },
          'KEY_ENCRYPTION_KEY must be local, aws-kms:<key id, ARN or alias> or vault-transit:<name of the key>.',
        ] as const,
    ),
    [
      { FORMER_KEY_ENCRYPTION_KEY: 'gcp:key' },
      'FORMER_KEY_ENCRYPTION_KEY must be local, aws-kms:<key id, ARN or alias> or vault-transit:<name of the key>.',
    ],
  ] as [Record<string, string>, string][])('is refused with what to mend: %j', (settings, said) => {
    expect(() => read(settings)).toThrow(new SettingsRefused(said));
  });
});

describe('which keys still open', () => {
  it('are the former one, and the former master key', () => {
    const file = join(directory, 'master');
    const secret = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
    writeFileSync(file, ` ${secret.toString('base64')}\n`, { mode: 0o600 });
    const former = { FORMER_KEY_ENCRYPTION_KEY: 'aws-kms:alias/old', FORMER_MASTER_KEY_FILE: file };
    expect(read({ ...former, KEY_ENCRYPTION_KEY: 'local' })).toEqual({
      current: null,
      former: [
        { kind: 'aws-kms', key: 'alias/old', region: undefined, endpoint: undefined },
        { kind: 'local', secret },
      ],
    });
  });
});
