import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseVault } from '../../complaint/index.js';
import { deriveKey, MasterKey, seal, unseal } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';

/** Where words of the board stand: with a case, and then they die with it, or with the board. */
export interface WordsPlace {
  jurisdictionId: string;
  complaintId: string | null;
  table: string;
  column: string;
  rowId: string;
}

/** Minutes, comments and report-outs may name people of a case, so they are sealed under its key; the rest under the board's. */
@Injectable()
export class BoardWords {
  constructor(
    private readonly vault: CaseVault,
    private readonly masterKey: MasterKey,
  ) {}

  async seal(manager: EntityManager, place: WordsPlace, text: string): Promise<Buffer> {
    const { jurisdictionId, complaintId, table, column, rowId } = place;
    if (complaintId === null) return seal(this.boardKey(jurisdictionId), place, Buffer.from(text));
    return (await this.vault.open(manager, jurisdictionId, complaintId)).seal({ table, column, rowId }, text);
  }

  /** The words; null when the case's key was destroyed. */
  async open(manager: EntityManager, place: WordsPlace, sealed: Buffer): Promise<string | null> {
    const { jurisdictionId, complaintId, table, column, rowId } = place;
    if (complaintId === null) return unseal(this.boardKey(jurisdictionId), place, sealed).toString();
    try {
      return (await this.vault.open(manager, jurisdictionId, complaintId)).open({ table, column, rowId }, sealed);
    } catch (error) {
      if (error instanceof RuleBroken && error.code === 'case-unreadable') return null;
      throw error;
    }
  }

  private boardKey(jurisdictionId: string): Buffer {
    return deriveKey(this.masterKey.wrappingKey(jurisdictionId), 'board-words');
  }
}
