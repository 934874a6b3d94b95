import { beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { deriveKey, type Place, SealBroken, unseal } from '../crypto/index.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';
import { KeyEncryptionKeys, type WrappedKey } from './key-encryption-keys.js';
import type { KeyRows, OrganizationKeyRow } from './key-rows.js';
import { LocalKey } from './local-key.js';
import { OrganizationKey } from './organization-key.js';
import { OrganizationKeys, placeOf } from './organization-keys.js';

const place: Place = { jurisdictionId: 'j', table: 'case_key', column: 'wrapped', rowId: 'c-1' };
const key = Buffer.alloc(32, 7);
const local = new LocalKey(Buffer.alloc(32, 1));

/** The rows of one jurisdiction in memory, and a key service that may fail; both count who asks. */
class Scene {
  stored: OrganizationKeyRow[] = [];
  looks = 0;
  unwraps = 0;
  failing = false;
  formerId: string | undefined;
  readonly kek: KeyEncryptionKey = {
    id: local.id,
    wrap: (at, secret) => local.wrap(at, secret),
    unwrap: (at, wrapped) => {
      this.unwraps++;
      return this.failing ? Promise.reject(new Error('no answer')) : local.unwrap(at, wrapped);
    },
  };
  private readonly rows = {
    jurisdictions: () => Promise.resolve(['j']),
    ofOrganization: async () => (this.looks++, await Promise.resolve(), [...this.stored]),
    keepFirst: (_: string, first: WrappedKey) => Promise.resolve(void (this.stored = [{ version: 1, key: first }])),
    formerMasterId: () => Promise.resolve(this.formerId),
    adopt: (_: string, adopted: WrappedKey) => Promise.resolve(void (this.stored = [{ version: 1, key: adopted }])),
  } as unknown as KeyRows;

  keys(kek = this.kek): OrganizationKeys {
    return new OrganizationKeys(new KeyEncryptionKeys(kek), this.rows);
  }

  async draw(version: number, secret = Buffer.alloc(32, version)): Promise<void> {
    const wrapped = await local.wrap(placeOf('j', version), secret);
    this.stored.push({ version, key: { kekId: local.id, wrapped } });
  }
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

describe('the keys of a jurisdiction', () => {
  it('begin with one that is drawn when it is first needed, and open what they wrapped, in its place', async () => {
    const keys = scene.keys();
    const wrapped = await keys.wrap(place, key);
    expect(wrapped.version).toBe(1);
    expect(await keys.unwrap(place, wrapped)).toEqual(key);
    expect(await scene.keys().unwrap(place, wrapped)).toEqual(key);
    await expect(keys.unwrap({ ...place, rowId: 'c-2' }, wrapped)).rejects.toBeInstanceOf(SealBroken);
    expect(placeOf('j', 1)).toEqual({ jurisdictionId: 'j', table: 'organization_key', column: 'wrapped', rowId: '1' });
  });

  it('wrap under the newest, and open under each that is left', async () => {
    await scene.draw(1);
    const before = await scene.keys().wrap(place, key);
    await scene.draw(2);
    const keys = scene.keys();
    expect((await keys.wrap(place, key)).version).toBe(2);
    expect(await keys.unwrap(place, before)).toEqual(key);
    expect((await keys.live('j')).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('look again for a version that another process has drawn, and name one that was destroyed', async () => {
    await scene.draw(1);
    const keys = scene.keys();
    await keys.wrap(place, key);
    await scene.draw(2);
    const wrapped = { version: 2, wrapped: new OrganizationKey(2, 'j', Buffer.alloc(32, 2)).wrap(place, key) };
    expect(await keys.unwrap(place, wrapped)).toEqual(key);
    await expect(keys.unwrap(place, { ...wrapped, version: 3 })).rejects.toThrow(
      'Version 3 of an organization key was destroyed.',
    );
  });

  it('are looked for once by many, and not again as long as they are fresh', async () => {
    await scene.draw(1);
    const keys = scene.keys();
    await Promise.all(Array.from({ length: 5 }, () => keys.wrap(place, key)));
    await keys.unwrap(place, await keys.wrap(place, key));
    expect([scene.looks, scene.unwraps]).toEqual([1, 1]);
    keys.forget('j');
    await keys.wrap(place, key);
    expect([scene.looks, scene.unwraps]).toEqual([2, 1]);
    keys.rowsLife = 0;
    await keys.wrap(place, key);
    expect([scene.looks, scene.unwraps]).toEqual([3, 1]);
    // By how long ago it was opened, not by what the clock says: it says more than this.
    keys.secretLife = performance.now();
    await keys.wrap(place, key);
    expect([scene.looks, scene.unwraps]).toEqual([4, 1]);
    keys.secretLife = 0;
    await keys.wrap(place, key);
    expect([scene.looks, scene.unwraps]).toEqual([5, 2]);
  });

  it('are looked for anew by whoever comes after they were forgotten, also while one looks', async () => {
    await scene.draw(1);
    const keys = scene.keys();
    const first = keys.live('j');
    keys.forget('j');
    await scene.draw(2);
    expect((await keys.live('j')).map(({ version }) => version)).toEqual([1, 2]);
    await first;
    expect(scene.looks).toBe(2);
  });

  it('are used on while the key service does not answer, but not for ever, and not when they were never opened', async () => {
    await scene.draw(1);
    const keys = scene.keys();
    await keys.wrap(place, key);
    Object.assign(keys, { rowsLife: 0, secretLife: 0 });
    scene.failing = true;
    keys.graceLife = performance.now();
    expect((await keys.wrap(place, key)).version).toBe(1);
    keys.graceLife = 0;
    await expect(keys.wrap(place, key)).rejects.toThrow('no answer');
    await expect(scene.keys().wrap(place, key)).rejects.toThrow('no answer');
    scene.failing = false;
    expect((await keys.wrap(place, key)).version).toBe(1);
  });

  it('are all opened at the start, so that a missing key is told at once', async () => {
    await scene.draw(1);
    await scene.keys().onApplicationBootstrap();
    expect([scene.looks, scene.unwraps]).toEqual([1, 1]);
    scene.failing = true;
    await expect(scene.keys().onApplicationBootstrap()).rejects.toThrow('no answer');
  });

  it('of an older database begin with the secret that it was sealed under', async () => {
    scene.stored = [{ version: 1, key: null }];
    const [first] = await scene.keys(local).live('j');
    expect(first?.blindIndex('x')).toEqual(new OrganizationKey(1, 'j', local.secret).blindIndex('x'));
    expect(scene.stored[0]?.key?.kekId).toBe(local.id);
    scene.stored = [{ version: 1, key: null }];
    scene.formerId = 'ffffffffffff';
    await expect(scene.keys(local).live('j')).rejects.toThrow('ffffffffffff');
  });
});

describe('one of them', () => {
  const secret = Buffer.alloc(32, 5);
  const one = new OrganizationKey(1, 'j', secret);
  const wrapping = deriveKey(secret, 'case-keys/j');

  it('wraps what is of cases, and what is of release epochs, under keys of their own', () => {
    const epoch = { ...place, table: 'release_epoch' };
    expect(unseal(wrapping, place, one.wrap(place, key))).toEqual(key);
    expect(unseal(deriveKey(wrapping, 'release-epoch'), epoch, one.wrap(epoch, key))).toEqual(key);
    expect(one.unwrap(epoch, one.wrap(epoch, key))).toEqual(key);
  });

  it('gives the same value the same index in one jurisdiction, and another in another', () => {
    const index = createHmac('sha256', deriveKey(secret, 'fingerprint/index/j')).update('badge 7').digest();
    expect(one.blindIndex('badge 7')).toEqual(index);
    expect(new OrganizationKey(1, 'k', secret).blindIndex('badge 7')).not.toEqual(index);
  });
});
