import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MasterKey, seal, unseal } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseVault } from './case-vault.js';

/** Where words of the office stand: with a case, and then they die with it, or with the office. */
export interface OfficePlace {
  jurisdictionId: string;
  complaintId: string | null;
  table: string;
  column: string;
  rowId: string;
}

/** Free text that may belong to a case: sealed under its key, and under the office's own where it belongs to none. */
@Injectable()
export class OfficeWords {
  constructor(
    private readonly vault: CaseVault,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws RuleBroken case-unreadable (410) */
  async seal(manager: EntityManager, place: OfficePlace, text: string): Promise<Buffer> {
    const { jurisdictionId, complaintId, table, column, rowId } = place;
    if (complaintId === null) return seal(this.officeKey(jurisdictionId), place, Buffer.from(text));
    return (await this.vault.open(manager, jurisdictionId, complaintId)).seal({ table, column, rowId }, text);
  }

  /** The words; null when the case's key was destroyed. */
  async open(manager: EntityManager, place: OfficePlace, sealed: Buffer): Promise<string | null> {
    const { jurisdictionId, complaintId, table, column, rowId } = place;
    if (complaintId === null) return unseal(this.officeKey(jurisdictionId), place, sealed).toString();
    try {
      return (await this.vault.open(manager, jurisdictionId, complaintId)).open({ table, column, rowId }, sealed);
    } catch (error) {
      if (error instanceof RuleBroken && error.code === 'case-unreadable') return null;
      throw error;
    }
  }

  private officeKey(jurisdictionId: string): Buffer {
    // Named for the board, whose words were the first: what was sealed then opens still.
    return this.masterKey.officeKey(jurisdictionId, 'board-words');
  }
}
