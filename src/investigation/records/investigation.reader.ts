import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type CaseKey, CaseVault } from '../../vault/index.js';
import { notesOf, type StoredNote } from './note.store.js';
import { plansOf, type StoredPlan } from './plan.store.js';
import { reviewsOf, type StoredReview } from './review.store.js';

type Opened<Row> = Omit<Row, 'textCipher'> & { text: string };

export interface Investigation {
  plans: Opened<StoredPlan>[];
  diary: Opened<StoredNote>[];
  reviews: StoredReview[];
}

/** The plan, the diary and the reviews of a case, in clear. */
@Injectable()
export class InvestigationReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<Investigation> {
    // The vault draws a key for a case that came without one, so this is no read-only transaction.
    return this.database.transaction(actor, async (manager) => {
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const open = (table: string, rowId: string, cipher: Buffer): string =>
        key.open({ table, column: 'text_cipher', rowId }, cipher);
      const plans = await plansOf(manager, complaintId);
      const notes = await notesOf(manager, complaintId);
      return {
        plans: plans.map(({ textCipher, ...plan }) => ({
          ...plan,
          text: open('investigation_plan', plan.planId, textCipher),
        })),
        diary: notes.map(({ textCipher, ...note }) => ({ ...note, text: open('diary_note', note.noteId, textCipher) })),
        reviews: (await reviewsOf(manager, complaintId)).map((review) => withWords(key, review)),
      };
    });
  }
}

function withWords(key: CaseKey, review: StoredReview): StoredReview {
  const open = (table: string, rowId: string, cipher: string): string =>
    key.open({ table, column: 'text_cipher', rowId }, Buffer.from(cipher, 'base64'));
  return {
    ...review,
    points: review.points.map((point) => ({
      ...point,
      text: open('review_point', point.pointId, point.text),
      answer: point.answer === null ? null : open('review_answer', point.pointId, point.answer),
    })),
  };
}
