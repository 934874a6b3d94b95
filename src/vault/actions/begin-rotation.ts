import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { KeyEncryptionKeys, organizationKeyPlace, OrganizationKeys } from '../../platform/keys/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { holdRotation, insertRotation, type KeyRotation, lastRotation } from '../records/key-rotation.store.js';
import { insertVersion, newestVersion } from '../records/organization-key.store.js';

/** Draws the next version of a jurisdiction's key: from the commit on new cases are sealed under it. */
@Injectable()
export class BeginRotation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly keks: KeyEncryptionKeys,
    private readonly keys: OrganizationKeys,
  ) {}

  /** The rotation that is under way, when there is one: it is gone on with. */
  async run(jurisdictionId: string): Promise<KeyRotation> {
    const scope = { jurisdictionId };
    const under = await this.database.transaction(scope, holdRotation);
    if (under) return under;
    // A database older than these keys has its first version adopted before there is a second.
    await this.keys.live(jurisdictionId);
    const before = await this.database.read(scope, newestVersion);
    const version = before + 1;
    // The key service is asked outside of the transaction: it may take its time.
    const key = await this.keks.wrap(organizationKeyPlace(jurisdictionId, version), randomBytes(32));
    const at = this.clock.now();
    await this.database.transaction(scope, async (manager) => {
      if ((await newestVersion(manager)) !== before) return;
      const id = newId(at);
      await insertVersion(manager, jurisdictionId, { ...key, version });
      await insertRotation(manager, { jurisdictionId, id, toVersion: version, at });
      const actor = { kind: 'system', jurisdictionId } as const;
      const subject = { kind: 'organization-key', id };
      await recordHistory(manager, { actor, action: 'organization-key.rotate', subject, details: { version }, at });
    });
    this.keys.forget(jurisdictionId);
    const begun = await this.database.read(scope, lastRotation);
    if (!begun) throw new Error('A rotation that was begun is not there.');
    return begun;
  }
}
