import type { OnApplicationBootstrap } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Place } from '../crypto/index.js';
import type { KeyEncryptionKeys, WrappedKey } from './key-encryption-keys.js';
import type { KeyRows, OrganizationKeyRow } from './key-rows.js';
import { OrganizationKey } from './organization-key.js';

/** A key wrapped under an organization key, and what stands beside it. */
export interface KeyUnderOrganization {
  readonly version: number;
  readonly wrapped: Buffer;
}

interface Opened {
  readonly at: number;
  readonly key: OrganizationKey;
}
interface Known {
  readonly at: number;
  readonly versions: ReadonlyMap<number, Opened>;
}

/** The jurisdictions' keys, opened, in this process's memory for a bounded time. */
export class OrganizationKeys implements OnApplicationBootstrap {
  /** How long this process goes by the versions that it last saw, in ms: so long it may still wrap under the one before. */
  rowsLife = 30_000;
  /** After so long the key-encryption key is asked anew, in ms. */
  secretLife = 3_600_000;
  /** While the key service does not answer, what was opened before is used for so long, in ms: intake goes on. */
  graceLife = 12 * 3_600_000;
  private readonly known = new Map<string, Known>();
  /** Of many who find it too old one looks, and all wait for that one. */
  private readonly looking = new Map<string, Promise<Known>>();

  constructor(
    private readonly keks: KeyEncryptionKeys,
    private readonly rows: KeyRows,
  ) {}

  /** Whoever starts without the key that opens them is told at once, and not by the first complaint. */
  async onApplicationBootstrap(): Promise<void> {
    for (const id of await this.rows.jurisdictions()) await this.live(id);
  }

  /** Wraps under the newest version. */
  async wrap(place: Place, key: Buffer): Promise<KeyUnderOrganization> {
    const newest = (await this.live(place.jurisdictionId)).at(-1);
    if (!newest) throw new Error('A jurisdiction without a key.');
    return { version: newest.version, wrapped: newest.wrap(place, key) };
  }

  /** @throws SealBroken; Error when that version was destroyed */
  async unwrap(place: Place, { version, wrapped }: KeyUnderOrganization): Promise<Buffer> {
    const { jurisdictionId } = place;
    const known = (await this.live(jurisdictionId)).find((key) => key.version === version);
    if (known) return known.unwrap(place, wrapped);
    // Another process has drawn it since this one last looked.
    this.forget(jurisdictionId);
    const fresh = (await this.live(jurisdictionId)).find((key) => key.version === version);
    if (!fresh) throw new Error(`Version ${version} of an organization key was destroyed.`);
    return fresh.unwrap(place, wrapped);
  }

  /** Every version that is not destroyed, oldest first. */
  async live(jurisdictionId: string): Promise<OrganizationKey[]> {
    const { versions } = await this.seen(jurisdictionId);
    return [...versions.values()].map(({ key }) => key);
  }

  /** The next look is at the database. */
  forget(jurisdictionId: string): void {
    const before = this.known.get(jurisdictionId);
    if (before) this.known.set(jurisdictionId, { ...before, at: -Infinity });
    this.looking.delete(jurisdictionId);
  }

  private async seen(jurisdictionId: string): Promise<Known> {
    const before = this.known.get(jurisdictionId);
    if (before && performance.now() - before.at < this.rowsLife) return before;
    const under = this.looking.get(jurisdictionId);
    if (under) return under;
    const look = this.look(jurisdictionId, before?.versions ?? new Map<number, Opened>());
    this.looking.set(jurisdictionId, look);
    try {
      const seen = await look;
      this.known.set(jurisdictionId, seen);
      return seen;
    } finally {
      if (this.looking.get(jurisdictionId) === look) this.looking.delete(jurisdictionId);
    }
  }

  private async look(jurisdictionId: string, before: ReadonlyMap<number, Opened>): Promise<Known> {
    let rows = await this.rows.ofOrganization(jurisdictionId);
    if (rows.length === 0) {
      await this.rows.keepFirst(jurisdictionId, await this.keks.wrap(placeOf(jurisdictionId, 1), randomBytes(32)));
      rows = await this.rows.ofOrganization(jurisdictionId);
    }
    const versions = new Map<number, Opened>();
    for (const row of rows) versions.set(row.version, await this.opened(jurisdictionId, row, before.get(row.version)));
    return { at: performance.now(), versions };
  }

  private async opened(jurisdictionId: string, row: OrganizationKeyRow, before: Opened | undefined): Promise<Opened> {
    const { version } = row;
    const at = performance.now();
    if (before && at - before.at < this.secretLife) return before;
    const key = row.key ?? (await this.adopted(jurisdictionId));
    try {
      const secret = await this.keks.unwrap(placeOf(jurisdictionId, version), key);
      return { at, key: new OrganizationKey(version, jurisdictionId, secret) };
    } catch (error) {
      if (before && at - before.at < this.graceLife) return before;
      throw error;
    }
  }

  /** What a database older than these keys was sealed under becomes its jurisdiction's version 1. */
  private async adopted(jurisdictionId: string): Promise<WrappedKey> {
    const secret = this.keks.formerMaster(await this.rows.formerMasterId(jurisdictionId));
    const key = await this.keks.wrap(placeOf(jurisdictionId, 1), secret);
    await this.rows.adopt(jurisdictionId, key);
    return key;
  }
}

/** Where an organization key stands: it opens there and nowhere else. */
export function placeOf(jurisdictionId: string, version: number): Place {
  return { jurisdictionId, table: 'organization_key', column: 'wrapped', rowId: String(version) };
}
