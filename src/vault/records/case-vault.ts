import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { deriveKey, type FileSeal, type Place, seal, unseal } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { type KeyUnderOrganization, type OrganizationKey, OrganizationKeys } from '../../platform/keys/index.js';
import type { Statements } from '../../platform/postgres/in-one-statement.js';

/** Where in the case a text stands; the jurisdiction and the case are the key's own. */
export type CasePlace = Omit<Place, 'jurisdictionId'>;

/** One case's data key: seals and opens the texts that name people. */
export class CaseKey {
  constructor(
    private readonly key: Buffer,
    private readonly jurisdictionId: string,
    private readonly organization: readonly OrganizationKey[],
  ) {}

  /**
   * Keyed hashes that are the same in every case of the jurisdiction: whether two cases hold the same, without what. One for
   * each version of the organization key, so that cases find each other while it is rotated. They outlive the case's key, so
   * whoever destroys the key removes what was kept under these.
   */
  blindIndexes(value: string): { version: number; hash: Buffer }[] {
    return this.organization.map((key) => ({ version: key.version, hash: key.blindIndex(value) }));
  }

  seal(place: CasePlace, text: string): Buffer {
    return seal(this.keyFor(place), this.whole(place), Buffer.from(text));
  }

  /** Null when there is nothing to seal. */
  sealGiven(place: CasePlace, text: string | undefined): Buffer | null {
    return text === undefined ? null : this.seal(place, text);
  }

  /** @throws SealBroken */
  open(place: CasePlace, sealed: Buffer): string {
    return unseal(this.keyFor(place), this.whole(place), sealed).toString();
  }

  /** Each file has a key of its own under its case's: with the case's key gone no file of it can be read. */
  ofFile(fileId: string): FileSeal {
    return { key: deriveKey(this.key, `file/${fileId}`), place: `${this.jurisdictionId}|file|${fileId}` };
  }

  private keyFor(place: CasePlace): Buffer {
    return deriveKey(this.key, `field/${place.table}|${place.column}|${place.rowId}`);
  }

  private whole(place: CasePlace): Place {
    return { ...place, jurisdictionId: this.jurisdictionId };
  }
}

export interface DrawnKey {
  key: CaseKey;
  keep(manager: Statements): Promise<unknown>;
}

/** Keeps each case's key wrapped under the organization key. To destroy the wrapped key is to make the case unreadable. */
@Injectable()
export class CaseVault {
  constructor(private readonly keys: OrganizationKeys) {}

  /** For a new case: seal with the key, and `keep` it once the case's row is there. */
  async draw(jurisdictionId: string, complaintId: string): Promise<DrawnKey> {
    const key = randomBytes(32);
    const { version, wrapped } = await this.keys.wrap(placeOf(jurisdictionId, complaintId), key);
    const keep = (manager: Statements): Promise<unknown> =>
      manager.query(
        `INSERT INTO redress.case_key (jurisdiction_id, complaint_id, wrapping_key_id, organization_version, wrapped)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (jurisdiction_id, complaint_id) DO NOTHING`,
        [jurisdictionId, complaintId, `organization/${version}`, version, wrapped],
      );
    return { key: await this.opened(jurisdictionId, key), keep };
  }

  /** The case's key; made now for a case that came without one (an import). @throws RuleBroken case-unreadable (410) */
  async open(manager: EntityManager, jurisdictionId: string, complaintId: string): Promise<CaseKey> {
    let row = await findKey(manager, complaintId);
    if (!row) {
      // Of two who open such a case at once one draws its key, and both get that one.
      await (await this.draw(jurisdictionId, complaintId)).keep(manager);
      row = await findKey(manager, complaintId);
    }
    if (!row?.wrapped)
      throw new RuleBroken('case-unreadable', "This case's key was destroyed: its texts cannot be read any more.", 410);
    return this.opened(jurisdictionId, await this.raw(jurisdictionId, complaintId, row.version, row.wrapped));
  }

  /**
   * The same; and where there is no case the same work, and a key that is kept nowhere. What is sealed with it nobody reads
   * again: for answers from which it must not show whether there is such a case.
   */
  async openOrPretend(manager: EntityManager, jurisdictionId: string, complaintId: string | null): Promise<CaseKey> {
    if (complaintId !== null) return this.open(manager, jurisdictionId, complaintId);
    const nothing = newId();
    await findKey(manager, nothing);
    return (await this.draw(jurisdictionId, nothing)).key;
  }

  /** A case's key of which the row was read already, opened, and wrapped under the newest version. @throws SealBroken */
  async rewrap(
    jurisdictionId: string,
    complaintId: string,
    { version, wrapped }: KeyUnderOrganization,
  ): Promise<KeyUnderOrganization & { key: CaseKey }> {
    const raw = await this.raw(jurisdictionId, complaintId, version, wrapped);
    const anew = await this.keys.wrap(placeOf(jurisdictionId, complaintId), raw);
    return { ...anew, key: await this.opened(jurisdictionId, raw) };
  }

  private raw(jurisdictionId: string, complaintId: string, version: number, wrapped: Buffer): Promise<Buffer> {
    return this.keys.unwrap(placeOf(jurisdictionId, complaintId), { version, wrapped });
  }

  private async opened(jurisdictionId: string, raw: Buffer): Promise<CaseKey> {
    return new CaseKey(raw, jurisdictionId, await this.keys.live(jurisdictionId));
  }
}

interface KeyRow {
  version: number;
  wrapped: Buffer | null;
}

async function findKey(manager: EntityManager, complaintId: string): Promise<KeyRow | undefined> {
  const rows: KeyRow[] = await manager.query(
    'SELECT organization_version AS version, wrapped FROM redress.case_key WHERE complaint_id = $1',
    [complaintId],
  );
  return rows[0];
}

function placeOf(jurisdictionId: string, complaintId: string): Place {
  return { jurisdictionId, table: 'case_key', column: 'wrapped', rowId: complaintId };
}
