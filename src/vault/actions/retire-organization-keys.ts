import { Injectable } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { OrganizationKeys } from '../../platform/keys/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { lastRotation } from '../records/key-rotation.store.js';
import { destroyVersionsBefore, forgetHashesBefore, holdVersionsBefore } from '../records/organization-key.store.js';

const FOREIGN_KEY = '23503';

/**
 * Destroys the versions that a rotation has left behind: what was wrapped under one of them, in a copy that somebody kept of
 * this database, is opened by nothing in it any more. A case that was destroyed stays destroyed.
 */
@Injectable()
export class RetireOrganizationKeys {
  /** So long after the rotation was over a reader may still hold what it read before, in ms. */
  settling = 60_000;

  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly keys: OrganizationKeys,
  ) {}

  /**
   * The versions that went; none when there is but one.
   * @throws RuleBroken rotation-unfinished (409), organization-key-in-use (409)
   */
  async run(jurisdictionId: string): Promise<number[]> {
    const scope = { jurisdictionId };
    const rotation = await this.database.read(scope, lastRotation);
    if (!rotation) return [];
    const { id, toVersion: version, finishedAt } = rotation;
    if (finishedAt === null)
      throw new RuleBroken(
        'rotation-unfinished',
        'A rotation is under way: run `redress keys rotate` to its end first.',
      );
    await wait(Math.max(0, finishedAt.getTime() + this.settling - this.clock.now().getTime()));
    const at = this.clock.now();
    // Most of it goes before anybody has to wait.
    await this.database.transaction(scope, (manager) => forgetHashesBefore(manager, version));
    const gone = await this.database
      .transaction(scope, async (manager) => {
        await holdVersionsBefore(manager, version);
        await forgetHashesBefore(manager, version);
        const versions = await destroyVersionsBefore(manager, version);
        if (versions.length === 0) return versions;
        const actor = { kind: 'system', jurisdictionId } as const;
        const subject = { kind: 'organization-key', id };
        const details = { versions: versions.map(String) };
        await recordHistory(manager, { actor, action: 'organization-key.retire', subject, details, at });
        return versions;
      })
      .catch(refuseInUse);
    this.keys.forget(jurisdictionId);
    return gone;
  }
}

function refuseInUse(error: unknown): never {
  if ((error as { code?: string }).code !== FOREIGN_KEY) throw error;
  throw new RuleBroken('organization-key-in-use', 'Something is still under an older version: rotate once more.');
}
