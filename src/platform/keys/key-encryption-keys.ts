import { MasterKey, type Place } from '../crypto/index.js';
import { AwsKmsKey } from './aws-kms-key.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';
import type { KeySetting, KeySettings } from './key-settings.js';
import { LocalKey } from './local-key.js';
import { VaultTransitKey } from './vault-transit-key.js';

/** A key in the database, as it stands there. */
export interface WrappedKey {
  readonly kekId: string;
  readonly wrapped: Buffer;
}

/** The one that wraps, and those that what was wrapped before still needs. */
export class KeyEncryptionKeys {
  private readonly byId: ReadonlyMap<string, KeyEncryptionKey>;

  constructor(
    private readonly current: KeyEncryptionKey,
    former: readonly KeyEncryptionKey[] = [],
  ) {
    this.byId = new Map([...former, current].map((key) => [key.id, key]));
  }

  /** @param masterKey of MASTER_KEY_FILE: it wraps, or, when another does, it opens what it wrapped before */
  static of(masterKey: Buffer | undefined, { current, former }: KeySettings): KeyEncryptionKeys {
    const local = masterKey === undefined ? [] : [new LocalKey(masterKey)];
    const others = former.map(opened);
    if (current !== null) return new KeyEncryptionKeys(opened(current), [...others, ...local]);
    const [own] = local;
    if (!own) throw new Error('MASTER_KEY_FILE is not set.');
    return new KeyEncryptionKeys(own, others);
  }

  get currentId(): string {
    return this.current.id;
  }

  async wrap(place: Place, key: Buffer): Promise<WrappedKey> {
    return { kekId: this.current.id, wrapped: await this.current.wrap(place, key) };
  }

  /** @throws Error naming the key that is missing; KeyServiceFailed; SealBroken */
  async unwrap(place: Place, { kekId, wrapped }: WrappedKey): Promise<Buffer> {
    const key = this.byId.get(kekId);
    if (!key)
      throw new Error(
        `A key was wrapped under ${kekId}, and the settings do not name it: give it as the former one (FORMER_KEY_ENCRYPTION_KEY, FORMER_MASTER_KEY_FILE).`,
      );
    return key.unwrap(place, wrapped);
  }

  /**
   * The secret that a database was sealed under before there were organization keys.
   * @param masterKeyId as it stands beside the cases' keys; undefined when there is no case yet
   */
  formerMaster(masterKeyId: string | undefined): Buffer {
    const locals = [...this.byId.values()].filter((key) => key instanceof LocalKey);
    const found = locals.find(({ secret }) => masterKeyId === undefined || new MasterKey(secret).id === masterKeyId);
    if (found) return found.secret;
    throw new Error(
      `This database was sealed under a master key (${masterKeyId ?? 'its MASTER_KEY_FILE'}) that the settings do not name: set MASTER_KEY_FILE, or FORMER_MASTER_KEY_FILE, to it.`,
    );
  }
}

function opened(setting: KeySetting): KeyEncryptionKey {
  if (setting.kind === 'local') return new LocalKey(setting.secret);
  return setting.kind === 'aws-kms' ? new AwsKmsKey(setting) : new VaultTransitKey(setting);
}
