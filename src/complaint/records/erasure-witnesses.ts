import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Erasure {
  readonly jurisdictionId: string;
  readonly complaintId: string;
}

/** Called in the transaction that destroys a case, before it is destroyed; what throws keeps the case. */
export type ErasureWitness = (manager: EntityManager, erasure: Erasure) => Promise<void>;

/** Features that stand further up and keep something of a case, by whatever name, hear of its end here. */
@Injectable()
export class ErasureWitnesses {
  private readonly witnesses: ErasureWitness[] = [];

  add(witness: ErasureWitness): void {
    this.witnesses.push(witness);
  }

  async tell(manager: EntityManager, erasure: Erasure): Promise<void> {
    for (const witness of this.witnesses) await witness(manager, erasure);
  }
}
