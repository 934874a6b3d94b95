import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseKey } from './case-vault.js';

/** Called in the transaction that wraps these cases' keys anew; the cases are held meanwhile. */
export type RotationWitness = (
  manager: EntityManager,
  jurisdictionId: string,
  keys: ReadonlyMap<string, CaseKey>,
) => Promise<void>;

/** Features further up that keep something under the organization key itself (blind indexes) make it anew here. */
@Injectable()
export class RotationWitnesses {
  private readonly witnesses: RotationWitness[] = [];

  add(witness: RotationWitness): void {
    this.witnesses.push(witness);
  }

  async tell(manager: EntityManager, jurisdictionId: string, keys: ReadonlyMap<string, CaseKey>): Promise<void> {
    for (const witness of this.witnesses) await witness(manager, jurisdictionId, keys);
  }
}
