import type { AppealEffect } from '../../charter/index.js';
import type { Discipline, Refusal } from '../../review-board/index.js';

/** Why another body cannot have decided so on what was imposed; null is a yes. */
export function awardRefused(effect: AppealEffect, standing: Discipline, given: Discipline | null): Refusal | null {
  if (effect !== 'reduce') {
    if (!given) return null;
    return {
      code: 'award-names-discipline',
      message: 'Only an award that reduces discipline says to what: leave it out.',
    };
  }
  if (!given) return { code: 'award-lacks-discipline', message: 'An award that reduces discipline says to what.' };
  const less = given.kind !== standing.kind || (given.days ?? 0) < (standing.days ?? 0);
  if (less) return null;
  return { code: 'award-no-less', message: 'What stands after a reduction is less than what was imposed.' };
}
