import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsKmsKey } from '../../src/platform/keys/aws-kms-key.js';
import { KeyEncryptionKeys, type KeyEncryptionKey, organizationKeyPlace } from '../../src/platform/keys/index.js';
import { readKeySettings } from '../../src/platform/keys/key-settings.js';
import { LocalKey } from '../../src/platform/keys/local-key.js';
import { VaultTransitKey } from '../../src/platform/keys/vault-transit-key.js';
import { FakeKms, FakeVault, type KeyService } from './key-service.js';

const directory = mkdtempSync(join(tmpdir(), 'redress-keys-'));
const tokenFile = join(directory, 'token');
const kms = new FakeKms();
const vault = new FakeVault();
let keys: Record<string, { key: KeyEncryptionKey; service: KeyService | null }>;
beforeAll(async () => {
  await Promise.all([kms.listen(), vault.listen()]);
  writeFileSync(tokenFile, `${vault.token}\n`);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const at = { key: kms.key, region: 'us-west-2', endpoint: kms.address };
  const transit = { key: 'redress', mount: 'transit', address: vault.address, tokenFile, namespace: undefined };
  keys = {
    'a file': { key: new LocalKey(randomBytes(32)), service: null },
    'AWS KMS': { key: new AwsKmsKey(at, credentials), service: kms },
    'Vault Transit': { key: new VaultTransitKey(transit), service: vault },
  };
});
afterAll(async () => {
  await Promise.all([kms.stop(), vault.stop()]);
  rmSync(directory, { recursive: true });
});

const place = organizationKeyPlace('018f0000-0000-7000-8000-000000000001', 1);

describe.each(['a file', 'AWS KMS', 'Vault Transit'])('the key-encryption key of %s', (name) => {
  // ASVS 5.0: V13.3.1
  it('opens what it wrapped, in its place', async () => {
    const { key } = keys[name]!;
    const secret = randomBytes(32);
    const wrapped = await key.wrap(place, secret);
    expect(wrapped.includes(secret)).toBe(false);
    expect((await key.unwrap(place, wrapped)).equals(secret)).toBe(true);
  });

  it('opens it for no other jurisdiction, version or column, nor with a bit of it flipped', async () => {
    const { key } = keys[name]!;
    const wrapped = await key.wrap(place, randomBytes(32));
    const flipped = Buffer.from(wrapped);
    flipped[flipped.length - 3]! ^= 1;
    await expect(key.unwrap(place, flipped)).rejects.toThrow();
    for (const other of [
      { ...place, jurisdictionId: '018f0000-0000-7000-8000-000000000002' },
      { ...place, rowId: '2' },
      { ...place, column: 'other' },
    ])
      await expect(key.unwrap(other, wrapped)).rejects.toThrow();
  });
});

describe.each(['AWS KMS', 'Vault Transit'])('when %s does not answer', (name) => {
  it('tries again, and then says which key failed, and nothing of what was asked', async () => {
    const { key, service } = keys[name]!;
    const secret = randomBytes(32);
    service!.failing = 503;
    const before = service!.calls;
    const refused = (await key.wrap(place, secret).catch((error: unknown) => error)) as Error;
    service!.failing = null;
    expect(service!.calls - before).toBe(3);
    expect(refused.message).toContain(key.id);
    expect(refused.message).not.toContain(secret.toString('base64'));
  });
});

describe('several keys', () => {
  it('wrap under the current one, open what a former one wrapped, and name the one that is missing', async () => {
    const [former, current] = [keys['a file']!.key, keys['Vault Transit']!.key];
    const secret = randomBytes(32);
    const old = await new KeyEncryptionKeys(former).wrap(place, secret);
    const both = new KeyEncryptionKeys(current, [former]);
    expect((await both.unwrap(place, old)).equals(secret)).toBe(true);
    expect((await both.wrap(place, secret)).kekId).toBe('vault-transit:transit/redress');
    await expect(new KeyEncryptionKeys(current).unwrap(place, old)).rejects.toThrow(former.id);
  });
});

describe('the settings', () => {
  const read = (settings: Record<string, string>) => readKeySettings((name) => settings[name]);

  it('name a key of AWS KMS with the region that its ARN says', () => {
    expect(read({ KEY_ENCRYPTION_KEY: `aws-kms:${kms.key}` }).current).toEqual({
      ...{ kind: 'aws-kms', key: kms.key, region: 'us-west-2', endpoint: undefined },
    });
  });

  it.each<[string, Record<string, string>]>([
    ['KEY_ENCRYPTION_KEY', { KEY_ENCRYPTION_KEY: 'gcp:key' }],
    ['VAULT_ADDRESS', { KEY_ENCRYPTION_KEY: 'vault-transit:redress' }],
    [
      'https',
      { KEY_ENCRYPTION_KEY: 'vault-transit:redress', VAULT_ADDRESS: 'http://vault.example', VAULT_TOKEN_FILE: 'x' },
    ],
  ])('are refused with what to mend: %s', (said, settings) => {
    expect(() => read(settings)).toThrow(said);
  });
});
