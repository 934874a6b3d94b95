import type pg from 'pg';
import type { BoardRoom } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

/** A case in which the board has sustained an allegation and recommended five days to the chief. */
export interface RecommendedCase {
  complaintId: string;
  allegationId: string;
  motionId: string;
  recommendationId: string;
  /** `/complaints/:id` */
  path: string;
  /** What was recommended, as it was sent */
  suspension: object;
}

export async function recommendedCase(room: BoardRoom): Promise<RecommendedCase> {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
  const [allegationId = ''] = allegationIds;
  const motionId = await room.move(itemIds[0], { allegationId, proposedFinding: 'sustained' });
  for (const member of room.members) await room.vote(motionId, member, 'yes');
  await room.made(`/motions/${motionId}/decision`);
  const path = `/complaints/${complaintId}`;
  const about = { motionId, kind: 'discipline', allegationId, text: 'Five days.', addressedTo: 'Chief' };
  const suspension = { ...about, disciplineKind: 'suspension', disciplineDays: 5 };
  const recommendationId = await room.made(`${path}/recommendations`, suspension);
  return { complaintId, allegationId, motionId, path, suspension, recommendationId };
}

export const answersOf = ({ path, recommendationId }: RecommendedCase): string =>
  `${path}/recommendations/${recommendationId}/answers`;
export const deliveriesOf = ({ path, recommendationId }: RecommendedCase): string =>
  `${path}/recommendations/${recommendationId}/deliveries`;

/** The code of what the database refused, or `done`. */
export const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

/** What the owner changes, and what comes of it then; afterwards it is as it was. */
export async function planted(
  owner: pg.Pool,
  fault: string,
  attempt: (client: pg.PoolClient) => Promise<unknown>,
): Promise<string> {
  const client = await owner.connect();
  await client.query('BEGIN');
  try {
    await client.query(fault);
    return await codeOf(attempt(client));
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
