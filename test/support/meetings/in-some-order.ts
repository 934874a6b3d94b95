import type { VotingTerms } from '../../../src/charter/index.js';
import type { Model } from './model.js';
import { after } from './model-run.js';
import type { Operation } from './operation.js';
import type { StandingReader } from './read-standing.js';
import type { Outcome } from './real-meeting.js';
import { standingOf } from './standing.js';

export interface Explained {
  model: Model;
  motionIds: string[];
  /** The motions that were moved, each with its operation */
  moved: { id: string; operation: Operation }[];
}

/**
 * Whether what happened at once could have happened one after another: an order in which the model takes and refuses what
 * the server took and refused, and stands in the end as the database does. Null: there is none.
 */
export function inSomeOrder(
  before: { model: Model; motionIds: readonly string[] },
  happened: readonly { operation: Operation; outcome: Outcome }[],
  standing: StandingReader,
  terms: VotingTerms,
): Explained | null {
  const explore = (so: Explained, left: readonly number[]): Explained | null => {
    if (left.length === 0) {
      const same = JSON.stringify(standingOf(so.model)) === JSON.stringify(standing(so.motionIds));
      return same ? so : null;
    }
    for (const at of left) {
      const { operation, outcome } = happened[at]!;
      const next = after(so.model, operation, terms);
      if ((next !== null) !== outcome.ok) continue;
      const { id } = outcome;
      const known = id === null ? so : { motionIds: [...so.motionIds, id], moved: [...so.moved, { id, operation }] };
      const explained = explore(
        { ...so, ...known, model: next ?? so.model },
        left.filter((other) => other !== at),
      );
      if (explained) return explained;
    }
    return null;
  };
  const start = { model: before.model, motionIds: [...before.motionIds], moved: [] };
  return explore(start, [...happened.keys()]);
}
