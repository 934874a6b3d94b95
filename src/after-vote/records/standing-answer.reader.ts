import type { EntityManager } from 'typeorm';
import { jurisdictionDay } from '../../charter/index.js';
import { answerDue, unansweredRecommendations } from '../../review-board/index.js';

interface Of {
  jurisdictionId: string;
  complaintId: string;
  charterId: string;
  recommendationId: string;
}

/** What there is to escalate about a recommendation: how the chief differs, or that the answer is overdue; null: nothing. */
export async function differsBy(
  manager: EntityManager,
  { recommendationId, ...standing }: Of,
  now: Date,
): Promise<'concur_in_part' | 'depart' | 'overdue' | null> {
  const [answer]: { answer: 'concur' | 'concur_in_part' | 'depart' }[] = await manager.query(
    `SELECT a.answer FROM redress.chief_answer a WHERE a.recommendation_id = $1
        AND NOT EXISTS (SELECT FROM redress.chief_answer later WHERE later.supersedes = a.id)`,
    [recommendationId],
  );
  if (answer) return answer.answer === 'concur' ? null : answer.answer;
  const waiting = await unansweredRecommendations(manager, standing.complaintId);
  const deliveredOn = waiting.find(({ id }) => id === recommendationId)?.deliveredOn;
  if (!deliveredOn) return null;
  const today = await jurisdictionDay(manager, standing.jurisdictionId, now);
  return today > (await answerDue(manager, standing, { deliveredOn, now })) ? 'overdue' : null;
}
