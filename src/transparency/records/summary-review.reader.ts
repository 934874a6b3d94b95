import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { readCaseRoster } from '../../complaint/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { type CaseKey, CaseVault } from '../../vault/index.js';
import { type Hit, Redactor } from '../redaction/index.js';
import { canonicalJson } from '../rules/canonical-json.js';
import { rosterOf } from '../rules/roster-of.js';
import { type KeptHit, keptHitsOf } from './kept-hit.store.js';
import { outsideNames } from './outside-names.reader.js';
import type { PublicSummary } from './public-summary.store.js';

export interface ReviewedHit extends Hit {
  /** Names the hit by its place, kind and reason in this text */
  hitId: string;
  /** Null: nobody has decided about it */
  kept: KeptHit | null;
}

/** A text with everything that was found in it now, and what was decided about each. */
export interface SummaryReview {
  text: string;
  textSha256: string;
  hits: ReviewedHit[];
  unresolved: number;
  /** Of the text, its hits and the decisions: who approves, approves this */
  reviewSha256: string;
}

/** Opens a summary and looks at it anew against the case's roster as it is now. */
@Injectable()
export class SummaryReviewReader {
  constructor(private readonly vault: CaseVault) {}

  async keyOf(manager: EntityManager, jurisdictionId: string, complaintId: string): Promise<CaseKey> {
    return this.vault.open(manager, jurisdictionId, complaintId);
  }

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async review(manager: EntityManager, jurisdictionId: string, summary: PublicSummary): Promise<SummaryReview> {
    const { complaintId, revisionId, textSha256 } = summary;
    const key = await this.keyOf(manager, jurisdictionId, complaintId);
    const text = key.open(textPlace(revisionId), summary.textCipher);
    const kept = new Map((await keptHitsOf(manager, key, revisionId)).map((hit) => [hit.hitId, hit]));
    const hits = (await hitsIn(manager, key, complaintId, text)).map((hit): ReviewedHit => {
      const hitId = hitIdOf(hit);
      return { ...hit, hitId, kept: kept.get(hitId) ?? null };
    });
    const decided = hits.map(({ hitId, kind, source, kept: each }) => ({
      hitId,
      kind,
      source,
      reason: each?.reason ?? null,
    }));
    const reviewSha256 = sha256(canonicalJson({ textSha256, hits: decided }));
    return { text, textSha256, hits, unresolved: hits.filter((hit) => hit.kept === null).length, reviewSha256 };
  }
}

export const textPlace = (revisionId: string) => {
  return { table: 'public_summary_revision', column: 'text_cipher', rowId: revisionId };
};

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function hitsIn(manager: EntityManager, key: CaseKey, complaintId: string, text: string): Promise<Hit[]> {
  const roster = await readCaseRoster(manager, key, complaintId);
  if (!roster) throw new NotFound();
  const outside = await outsideNames(manager, wordsOf(text));
  return new Redactor(rosterOf(roster, outside)).hits(text);
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o');
  return [...new Set(plain.match(/[a-z]{2,}/g))];
}

function hitIdOf({ start, end, kind, source, why }: Hit): string {
  return sha256(canonicalJson({ start, end, kind, source, why })).slice(0, 16);
}
