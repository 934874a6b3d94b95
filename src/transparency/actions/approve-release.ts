import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { approvalsOf, insertApproval } from '../records/release-approval.store.js';
import { releaseById } from '../records/release.store.js';
import { APPROVALS_NEEDED } from '../rules/approvals-needed.js';
import { statusForbids } from './verify-release.js';

/** Somebody puts their name under one file. */
@Injectable()
export class ApproveRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * `fileSha256` is the file that the person has looked at: another one is not approved by it.
   * @throws NotFound, RuleBroken status-forbids, file-changed, already-approved (409)
   */
  async run(
    actor: ActorOf<'staff'>,
    { releaseId, fileSha256 }: { releaseId: string; fileSha256: string },
  ): Promise<{ approvals: number; needed: number }> {
    const { jurisdictionId, staffId } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const release = await releaseById(manager, releaseId, true);
      if (release.status !== 'verified') throw statusForbids(release);
      if (release.fileSha256 !== fileSha256)
        throw new RuleBroken('file-changed', 'This is not the hash of the release’s file: look at the file again.');
      const approval = { jurisdictionId, releaseId, staffId, fileSha256, approvedAt: at };
      if (!(await insertApproval(manager, approval))) throw alreadyApproved();
      const subject = { kind: 'release', id: releaseId };
      await recordHistory(manager, { actor, action: 'release.approve', subject, details: { fileSha256 }, at });
      return { approvals: (await approvalsOf(manager, releaseId)).length, needed: APPROVALS_NEEDED };
    });
  }
}

function alreadyApproved(): RuleBroken {
  return new RuleBroken(
    'already-approved',
    'You have approved this release: the second approval must be another person’s.',
  );
}
