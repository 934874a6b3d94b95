import type { Verdict } from './verdict.js';
import type { Lane } from './search-terms.js';

type Step = IteratorResult<number, void>;

/** Lets a lane go on, answering it at once, as long as `goesOn` says. @returns where it stands */
export function drive(lane: Lane, check: (node: number) => Verdict, goesOn: () => boolean = () => true): Step {
  let step = lane.next();
  while (step.done !== true && goesOn()) step = lane.next(check(step.value));
  return step;
}
