import { Injectable } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { finishRotation, holdRotation } from '../records/key-rotation.store.js';
import { casesLeft } from '../records/rewrap.store.js';
import { BeginRotation } from './begin-rotation.js';
import { RewrapKeys } from './rewrap-keys.js';

export interface RotationProgress {
  readonly version: number;
  /** Cases' keys under the new version since it was drawn, over all runs */
  readonly done: number;
  readonly left: number;
}

/**
 * A new key for a jurisdiction while its application serves. Every case's key is opened under the version before and wrapped
 * under the new one; the cases' texts are not touched. Killed anywhere, the next run goes on where the last batch ended.
 */
@Injectable()
export class RotateOrganizationKey {
  /**
   * So long after the new version was drawn other processes may still wrap under the one before, in ms: they look every half
   * minute, and a transaction takes no longer than as much again.
   */
  settling = 60_000;

  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly begin: BeginRotation,
    private readonly rewrap: RewrapKeys,
  ) {}

  async run(
    jurisdictionId: string,
    tell: (progress: RotationProgress) => void = () => undefined,
  ): Promise<{ version: number; cases: number }> {
    const { toVersion: version, begunAt, cases: before } = await this.begin.run(jurisdictionId);
    let done = before;
    for (;;) {
      const batch = await this.rewrap.cases(jurisdictionId);
      done += batch;
      if (batch > 0 && batch === this.rewrap.batch) {
        tell({ version, done, left: -1 });
        continue;
      }
      const left = await this.left(jurisdictionId, version);
      tell({ version, done, left });
      const settled = begunAt.getTime() + this.settling - this.clock.now().getTime();
      if (left === 0 && settled <= 0 && (await this.finish(jurisdictionId))) return { version, cases: done };
      await wait(left > 0 ? 50 : Math.min(Math.max(settled, 10), 1_000));
    }
  }

  private async left(jurisdictionId: string, version: number): Promise<number> {
    return this.database.read({ jurisdictionId }, (manager) => casesLeft(manager, version));
  }

  /** False when somebody wrapped under the former version since it was looked. */
  private async finish(jurisdictionId: string): Promise<boolean> {
    const at = this.clock.now();
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      const rotation = await holdRotation(manager);
      if (!rotation) return true;
      const { id, toVersion: version, cases } = rotation;
      if ((await casesLeft(manager, version)) > 0) return false;
      await this.rewrap.others(manager, jurisdictionId, rotation);
      await finishRotation(manager, id, at);
      const actor = { kind: 'system', jurisdictionId } as const;
      const subject = { kind: 'organization-key', id };
      const details = { version, cases };
      await recordHistory(manager, { actor, action: 'organization-key.rotated', subject, details, at });
      return true;
    });
  }
}
