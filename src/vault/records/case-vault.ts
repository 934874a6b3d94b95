import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { deriveKey, type FileSeal, MasterKey, type Place, seal, unseal } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Statements } from '../../platform/postgres/in-one-statement.js';

/** Where in the case a text stands; the jurisdiction and the case are the key's own. */
export type CasePlace = Omit<Place, 'jurisdictionId'>;

/** One case's data key: seals and opens the texts that name people. */
export class CaseKey {
  constructor(
    private readonly key: Buffer,
    private readonly jurisdictionId: string,
    private readonly fingerprint: (value: string) => Buffer,
  ) {}

  /**
   * A keyed hash that is the same in every case of the jurisdiction: whether two cases hold the same, without what. It
   * outlives the case's key, so whoever destroys the key removes what was kept under this.
   */
  blindIndex(value: string): Buffer {
    return this.fingerprint(value);
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

/** Keeps each case's key wrapped under the jurisdiction's. To destroy the wrapped key is to make the case unreadable. */
@Injectable()
export class CaseVault {
  constructor(private readonly masterKey: MasterKey) {}

  /** For a new case: seal with the key, and `keep` it once the case's row is there. */
  draw(jurisdictionId: string, complaintId: string): DrawnKey {
    const key = randomBytes(32);
    const wrapped = seal(this.masterKey.wrappingKey(jurisdictionId), placeOf(jurisdictionId, complaintId), key);
    const keep = (manager: Statements): Promise<unknown> =>
      manager.query(
        `INSERT INTO redress.case_key (jurisdiction_id, complaint_id, wrapping_key_id, wrapped) VALUES ($1, $2, $3, $4)
         ON CONFLICT (jurisdiction_id, complaint_id) DO NOTHING`,
        [jurisdictionId, complaintId, this.masterKey.id, wrapped],
      );
    return { key: this.caseKey(key, jurisdictionId), keep };
  }

  /** The case's key; made now for a case that came without one (an import). @throws RuleBroken case-unreadable (410) */
  async open(manager: EntityManager, jurisdictionId: string, complaintId: string): Promise<CaseKey> {
    let row = await findKey(manager, complaintId);
    if (!row) {
      // Of two who open such a case at once one draws its key, and both get that one.
      await this.draw(jurisdictionId, complaintId).keep(manager);
      row = await findKey(manager, complaintId);
    }
    if (!row?.wrapped)
      throw new RuleBroken('case-unreadable', "This case's key was destroyed: its texts cannot be read any more.", 410);
    const wrapping = this.masterKey.wrappingKey(jurisdictionId);
    return this.caseKey(unseal(wrapping, placeOf(jurisdictionId, complaintId), row.wrapped), jurisdictionId);
  }

  private caseKey(key: Buffer, jurisdictionId: string): CaseKey {
    return new CaseKey(key, jurisdictionId, (value) => this.masterKey.fingerprint(`index/${jurisdictionId}`, value));
  }
}

async function findKey(manager: EntityManager, complaintId: string): Promise<{ wrapped: Buffer | null } | undefined> {
  const rows: { wrapped: Buffer | null }[] = await manager.query(
    'SELECT wrapped FROM redress.case_key WHERE complaint_id = $1',
    [complaintId],
  );
  return rows[0];
}

function placeOf(jurisdictionId: string, complaintId: string): Place {
  return { jurisdictionId, table: 'case_key', column: 'wrapped', rowId: complaintId };
}
