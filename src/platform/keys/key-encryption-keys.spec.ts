import { describe, expect, it } from '@jest/globals';
import { MasterKey, SealBroken, unseal } from '../crypto/index.js';
import { KeyEncryptionKeys } from './key-encryption-keys.js';
import { LocalKey } from './local-key.js';
import { placeOf } from './organization-keys.js';

const [one, other, third] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const key = Buffer.from('the key of an organization, 32 B');
const place = placeOf('j', 1);
const idOf = (secret: Buffer) => `local:${new MasterKey(secret).id}`;
const kms = { kind: 'aws-kms', key: 'alias/k', region: 'us-west-2', endpoint: undefined } as const;
const vault = {
  ...({ kind: 'vault-transit', key: 'k', mount: 'transit', address: 'https://v' } as const),
  ...{ tokenFile: '/run/token', namespace: undefined },
};

describe('the keys that wrap keys', () => {
  it('wrap under the current one and open what each of them wrapped', async () => {
    const [alone, both] = [
      new KeyEncryptionKeys(new LocalKey(one)),
      new KeyEncryptionKeys(new LocalKey(other), [new LocalKey(one)]),
    ];
    const before = await alone.wrap(place, key);
    expect([before.kekId, both.currentId, (await both.wrap(place, key)).kekId]).toEqual([one, other, other].map(idOf));
    expect(await both.unwrap(place, before)).toEqual(key);
    await expect(both.unwrap(placeOf('j', 2), before)).rejects.toBeInstanceOf(SealBroken);
  });

  it('of a file wrap with a key that is derived for just that', async () => {
    const { wrapped } = await new KeyEncryptionKeys(new LocalKey(one)).wrap(place, key);
    expect(unseal(new MasterKey(one).sealingKey('key-encryption'), place, wrapped)).toEqual(key);
  });

  it('name the key that is missing', async () => {
    const before = await new KeyEncryptionKeys(new LocalKey(one)).wrap(place, key);
    await expect(new KeyEncryptionKeys(new LocalKey(other)).unwrap(place, before)).rejects.toThrow(
      `A key was wrapped under ${idOf(one)}, and the settings do not name it: give it as the former one (FORMER_KEY_ENCRYPTION_KEY, FORMER_MASTER_KEY_FILE).`,
    );
  });

  it('are those of the settings: the master key wraps where nothing else does, and opens where something does', async () => {
    const settings = { current: null, former: [{ kind: 'local' as const, secret: other }] };
    expect(KeyEncryptionKeys.of(one, settings).currentId).toBe(idOf(one));
    expect(KeyEncryptionKeys.of(one, { current: kms, former: [] }).currentId).toBe('aws-kms:alias/k');
    expect(KeyEncryptionKeys.of(undefined, { current: vault, former: [] }).currentId).toBe('vault-transit:transit/k');
    expect(() => KeyEncryptionKeys.of(undefined, { current: null, former: [] })).toThrow('MASTER_KEY_FILE is not set.');
    for (const secret of [one, other]) {
      const before = await new KeyEncryptionKeys(new LocalKey(secret)).wrap(place, key);
      expect(await KeyEncryptionKeys.of(one, settings).unwrap(place, before)).toEqual(key);
      expect(await KeyEncryptionKeys.of(one, { ...settings, current: kms }).unwrap(place, before)).toEqual(key);
    }
  });
});

describe('the master key of an older database', () => {
  const keys = KeyEncryptionKeys.of(one, { current: kms, former: [{ kind: 'local', secret: other }] });
  it('is found by its name among those of the settings', () => {
    for (const secret of [one, other]) expect(keys.formerMaster(new MasterKey(secret).id)).toBe(secret);
    expect(new KeyEncryptionKeys(new LocalKey(one)).formerMaster(undefined)).toBe(one);
  });

  it('is named when it is missing', () => {
    const { id } = new MasterKey(third);
    const said = (named: string) =>
      `This database was sealed under a master key (${named}) that the settings do not name: set MASTER_KEY_FILE, or FORMER_MASTER_KEY_FILE, to it.`;
    expect(() => keys.formerMaster(id)).toThrow(said(id));
    expect(() => KeyEncryptionKeys.of(undefined, { current: kms, former: [] }).formerMaster(undefined)).toThrow(
      said('its MASTER_KEY_FILE'),
    );
  });
});
