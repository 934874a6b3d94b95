import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { referralsOf, type SealedReferral } from '../records/referral.store.js';

type OpenedAnswer = Omit<SealedReferral['answers'][number], 'text' | 'id'> & {
  answerId: string;
  by: string | null;
  text: string | null;
};
export type OpenedReferral = Omit<SealedReferral, 'sent' | 'answers'> & { sent: string[]; answers: OpenedAnswer[] };

/** The log of referrals, in clear for those who refer. */
@Injectable()
export class ReadReferrals {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  /** @throws RuleBroken case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<{ items: OpenedReferral[] }> {
    // The vault draws a key for a case that came without one, so this is no read-only transaction.
    return this.database.transaction(actor, async (manager) => {
      const sealed = await referralsOf(manager, complaintId);
      if (sealed.length === 0) return { items: [] };
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const open = (table: string, column: string, rowId: string, cipher: Buffer): unknown =>
        JSON.parse(key.open({ table, column, rowId }, cipher));
      const items = sealed.map(({ sent, answers, ...referral }) => ({
        ...referral,
        sent: open('referral', 'sent_cipher', referral.referralId, sent) as string[],
        answers: answers.map(({ id, text, ...answer }) => ({
          ...answer,
          answerId: id,
          ...(open('referral_answer', 'text_cipher', id, Buffer.from(text, 'hex')) as Pick<
            OpenedAnswer,
            'by' | 'text'
          >),
        })),
      }));
      return { items };
    });
  }
}
