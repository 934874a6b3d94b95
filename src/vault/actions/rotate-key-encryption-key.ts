import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { KeyEncryptionKeys, KeyRows, organizationKeyPlace, rewrapRoot } from '../../platform/keys/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { replaceWrapping, wrappedVersions } from '../records/organization-key.store.js';

/**
 * Another key-encryption key, or a new version of the same: every organization key is wrapped anew, one by one. Cases are not
 * touched. Killed anywhere it is run again; what is done already is done once more.
 */
@Injectable()
export class RotateKeyEncryptionKey {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly keks: KeyEncryptionKeys,
    private readonly rows: KeyRows,
  ) {}

  /** The secret outside of cases. */
  async root(): Promise<void> {
    await rewrapRoot(this.keks, this.rows);
  }

  /** How many versions of this jurisdiction's key were wrapped anew. */
  async run(jurisdictionId: string): Promise<number> {
    const scope = { jurisdictionId };
    const at = this.clock.now();
    let done = 0;
    for (const row of await this.database.read(scope, wrappedVersions)) {
      const place = organizationKeyPlace(jurisdictionId, row.version);
      const anew = await this.keks.wrap(place, await this.keks.unwrap(place, row));
      await this.database.transaction(scope, async (manager) => {
        if (!(await replaceWrapping(manager, row, anew))) return;
        done++;
        const actor = { kind: 'system', jurisdictionId } as const;
        const subject = { kind: 'organization-key', id: newId(at) };
        const details = { version: row.version, from: row.kekId, to: anew.kekId };
        await recordHistory(manager, { actor, action: 'organization-key.rewrap', subject, details, at });
      });
    }
    return done;
  }
}
