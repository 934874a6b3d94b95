import { beforeEach, describe, expect, it } from '@jest/globals';
import { deriveKey, MasterKey, unseal } from '../crypto/index.js';
import { KeyEncryptionKeys, type WrappedKey } from './key-encryption-keys.js';
import type { KeyRows } from './key-rows.js';
import { keysOfBefore } from './keys-of-before.js';
import { LocalKey } from './local-key.js';
import { openMasterKey, ROOT_PLACE } from './open-master-key.js';
import { rewrapRoot } from './rewrap-root.js';

const [one, other] = [new LocalKey(Buffer.alloc(32, 1)), new LocalKey(Buffer.alloc(32, 2))];
const keks = new KeyEncryptionKeys(one);

/** The schema `keys` in memory, by the statements that are made of it. */
class Scene {
  root: WrappedKey | null = null;
  kept: { purpose: string; sealed: Buffer }[] = [];
  places: string[] = [];
  /** Another process writes first. */
  overtakenBy: WrappedKey | null = null;
  readonly former: Record<string, string | undefined> = {};
  readonly rows = {
    jurisdictions: () => Promise.resolve(this.places),
    formerMasterId: (id: string) => Promise.resolve(this.former[id]),
    within: (_: null, work: (client: object) => unknown) => work({ query: this.query.bind(this) }),
  } as unknown as KeyRows;

  private query(sql: string, [first, second, third]: Buffer[] = []): Promise<object> {
    const asked = { kekId: String(first), wrapped: second! };
    if (sql === 'SELECT kek_id AS "kekId", wrapped FROM keys.root')
      return Promise.resolve({ rows: this.root ? [this.root] : [] });
    if (sql === 'SELECT purpose, sealed FROM keys.kept_key') return Promise.resolve({ rows: this.kept });
    if (sql.startsWith('INSERT INTO keys.root')) {
      const rowCount = this.overtakenBy ? 0 : 1;
      this.root = this.overtakenBy ?? asked;
      return Promise.resolve({ rowCount });
    }
    if (sql.startsWith('INSERT INTO keys.kept_key')) this.kept.push({ purpose: String(first), sealed: second! });
    else if (sql.startsWith('UPDATE keys.root')) {
      if (third?.equals(this.root!.wrapped)) this.root = asked;
    } else throw new Error(sql);
    return Promise.resolve({ rowCount: 1 });
  }
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

describe('the secret outside of cases', () => {
  it('is drawn at the first start, and the same at every other', async () => {
    const first = await openMasterKey(keks, scene.rows);
    expect((await openMasterKey(keks, scene.rows)).id).toBe(first.id);
    expect(scene.kept).toEqual([]);
    expect((await openMasterKey(keks, new Scene().rows)).id).not.toBe(first.id);
    expect(ROOT_PLACE).toEqual({ jurisdictionId: 'all', table: 'root', column: 'wrapped', rowId: 'root' });
  });

  it('is that of whoever writes first, when two start at once', async () => {
    const theirs = Buffer.alloc(32, 9);
    scene.overtakenBy = await keks.wrap(ROOT_PLACE, theirs);
    scene.places = ['j'];
    expect((await openMasterKey(keks, scene.rows)).id).toBe(new MasterKey(theirs).id);
    expect(scene.kept).toEqual([]);
  });

  it('keeps what an older database hangs on, sealed each in its place', async () => {
    scene.places = ['j', 'k'];
    scene.former['j'] = new MasterKey(one.secret).id;
    const master = await openMasterKey(keks, scene.rows);
    const before = new MasterKey(one.secret);
    expect(master.signingSeed('history')).toEqual(before.signingSeed('history'));
    expect(master.sealingKey('drafts/k')).toEqual(before.sealingKey('drafts/k'));
    expect(master.sealingKey('other')).not.toEqual(before.sealingKey('other'));
    const secret = await keks.unwrap(ROOT_PLACE, scene.root!);
    const [{ purpose, sealed }] = scene.kept as [{ purpose: string; sealed: Buffer }];
    const place = { jurisdictionId: 'all', table: 'kept_key', column: 'sealed', rowId: purpose };
    expect(unseal(deriveKey(secret, 'kept-keys'), place, sealed)).toEqual(deriveKey(one.secret, purpose));
  });

  it('is not drawn, where what it was sealed under before is missing', async () => {
    scene.places = ['j'];
    scene.former['j'] = 'ffffffffffff';
    await expect(openMasterKey(keks, scene.rows)).rejects.toThrow('ffffffffffff');
    expect(scene.root).toBeNull();
  });

  it('says so when it does not stand where it was written', async () => {
    const rows = Object.assign(scene.rows, { within: () => Promise.resolve(undefined) }) as unknown as KeyRows;
    await expect(openMasterKey(keks, rows)).rejects.toThrow(
      'The root key is not there, although it was written just now.',
    );
  });

  it('stays what it is when another key wraps it', async () => {
    const { id } = await openMasterKey(keks, scene.rows);
    await rewrapRoot(new KeyEncryptionKeys(other, [one]), scene.rows);
    expect(scene.root?.kekId).toBe(other.id);
    expect((await openMasterKey(new KeyEncryptionKeys(other), scene.rows)).id).toBe(id);
    const empty = new Scene();
    await rewrapRoot(keks, empty.rows);
    expect(empty.root).toBeNull();
  });
});

describe('what a database hung on before', () => {
  it('is every key that was derived for it, by the purpose that it is asked for with', () => {
    const master = Buffer.alloc(32, 3);
    const kept = keysOfBefore(master, 'j');
    const office = ['office/j/board-words', 'office/j/vote-reasons'];
    const derived = [
      ...['fingerprint/receipt', 'fingerprint/officer-pseudonyms', 'fingerprint/recovery/j'],
      ...['sealing/second-factor/j', 'sealing/drafts/j', 'sealing/rejects/j'],
      ...['signing/history', 'signing/releases', 'signing/receipts/j'],
    ];
    expect([...kept.keys()].sort()).toEqual([...derived, ...office].sort());
    for (const purpose of derived) expect(kept.get(purpose)).toEqual(deriveKey(master, purpose));
    const wrapping = deriveKey(master, 'case-keys/j');
    expect(office.map((purpose) => kept.get(purpose))).toEqual(
      ['board-words', 'vote-reasons'].map((use) => deriveKey(wrapping, use)),
    );
  });
});
