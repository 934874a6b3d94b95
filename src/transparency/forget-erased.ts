import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Erasure, ErasureWitnesses } from '../complaint/index.js';
import { OrganizationKeys } from '../platform/keys/index.js';
import { anonymizedDatasets } from './datasets/index.js';
import { epochKey, noteErasure } from './records/release-epoch.store.js';
import { eraseMember } from './records/release-member.store.js';
import { epochPseudonym } from './series/index.js';

/** The key column of most datasets whose unit is a complaint; the others say that they are of complaints. */
const CASE = 'complaint';

/**
 * A case that is erased leaves the ledgers of its series in the same transaction, and what was planned with it and is not
 * out falls: it could show the case once more.
 */
@Injectable()
export class ForgetErased implements OnModuleInit {
  constructor(
    private readonly erasures: ErasureWitnesses,
    private readonly keys: OrganizationKeys,
  ) {}

  onModuleInit(): void {
    this.erasures.add((manager, erasure) => this.run(manager, erasure));
  }

  private async run(manager: EntityManager, { complaintId }: Erasure): Promise<void> {
    const ofCases = anonymizedDatasets.filter(({ unit, ofComplaints = false }) => unit === CASE || ofComplaints);
    for (const { dataset, unit } of ofCases)
      for (const epochId of await noteErasure(manager, dataset)) {
        const key = await epochKey(manager, this.keys, epochId);
        await eraseMember(manager, epochId, epochPseudonym(key, unit, complaintId));
      }
  }
}
