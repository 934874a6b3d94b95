import type { EntityManager } from 'typeorm';
import { charterById, codesOf, termOf } from '../../charter/index.js';
import { insertFinding, standingFindings } from '../../complaint/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Answer } from '../records/chief-answer.store.js';
import type { Recommendation } from '../records/recommendation.store.js';

interface By {
  jurisdictionId: string;
  complaintId: string;
  recordedBy: string;
  charterId: string;
  at: Date;
}

/**
 * The chief's own finding on the recommendation's allegation, for one who does not concur; its id, or null.
 * @throws RuleBroken finding-out-of-place, unknown-finding (422)
 */
export async function findOtherwise(
  manager: EntityManager,
  { charterId, at, ...row }: By,
  { answer, finding }: { answer: Answer; finding?: string | null | undefined },
  { allegationId }: Recommendation,
): Promise<string | null> {
  if (answer === 'concur' && !finding) return findAsTheBoard(manager, { ...row, at }, allegationId);
  if (finding === undefined || finding === null) return null;
  if (answer === 'concur' || allegationId === null) {
    throw new RuleBroken(
      'finding-out-of-place',
      'A finding of the chief is one on the allegation that the recommendation is about, and not as the board found.',
      422,
    );
  }
  const { findings } = (await charterById(manager, charterId)).document;
  const term = termOf(findings, finding);
  if (!term) throw new RuleBroken('unknown-finding', `The charter's findings are ${codesOf(findings)}.`, 422);
  const { genericClass } = term;
  return insertFinding(manager, { ...row, allegationId, stage: 'chief', finding, genericClass, recordedAt: at });
}

/** A chief who found otherwise before and concurs now finds as the board did: what was found otherwise no longer stands. */
async function findAsTheBoard(
  manager: EntityManager,
  { at, ...row }: Omit<By, 'charterId'>,
  allegationId: string | null,
): Promise<string | null> {
  const standing = (await standingFindings(manager, row.complaintId)).filter(
    (one) => one.allegationId === allegationId,
  );
  const board = standing.find(({ stage }) => stage === 'board');
  const chief = standing.find(({ stage }) => stage === 'chief');
  if (allegationId === null || !board || !chief || chief.finding === board.finding) return null;
  const { finding, genericClass } = board;
  return insertFinding(manager, { ...row, allegationId, stage: 'chief', finding, genericClass, recordedAt: at });
}
