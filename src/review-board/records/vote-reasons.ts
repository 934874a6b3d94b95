import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseVault } from '../../complaint/index.js';
import { MasterKey, seal, unseal } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';

/** Where a reason stands: with the case that the motion is about, or with the board when it is about none. */
export interface ReasonPlace {
  jurisdictionId: string;
  complaintId: string | null;
  voteId: string;
}

/** A member's reason may name people of the case, so it is sealed under the case's key and dies with it. */
@Injectable()
export class VoteReasons {
  constructor(
    private readonly vault: CaseVault,
    private readonly masterKey: MasterKey,
  ) {}

  async seal(manager: EntityManager, place: ReasonPlace, reason: string): Promise<Buffer> {
    const { jurisdictionId, complaintId } = place;
    if (complaintId === null) return seal(this.boardKey(jurisdictionId), wholePlace(place), Buffer.from(reason));
    return (await this.vault.open(manager, jurisdictionId, complaintId)).seal(wholePlace(place), reason);
  }

  /** The reason; null when the case's key was destroyed: who voted how outlives the words. */
  async open(manager: EntityManager, place: ReasonPlace, sealed: Buffer): Promise<string | null> {
    const { jurisdictionId, complaintId } = place;
    if (complaintId === null) return unseal(this.boardKey(jurisdictionId), wholePlace(place), sealed).toString();
    try {
      return (await this.vault.open(manager, jurisdictionId, complaintId)).open(wholePlace(place), sealed);
    } catch (error) {
      if (error instanceof RuleBroken && error.code === 'case-unreadable') return null;
      throw error;
    }
  }

  private boardKey(jurisdictionId: string): Buffer {
    return this.masterKey.officeKey(jurisdictionId, 'vote-reasons');
  }
}

function wholePlace({ jurisdictionId, voteId }: ReasonPlace) {
  return { jurisdictionId, table: 'vote', column: 'reason_cipher', rowId: voteId };
}
