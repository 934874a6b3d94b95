import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { AnonymizationRefused } from '../anonymize/index.js';
import { idOf } from './read-cases.js';

/** A case that could not be done. */
export interface CaseFailure {
  readonly id: string;
  /** What is wrong and how to mend it. */
  readonly error: string;
  /** Stable. */
  readonly code: string;
}

/** Does one case after the other; one that is refused does not keep the next from its turn. Other errors are ours. */
export function* attemptEach<Result>(
  cases: readonly unknown[],
  run: (given: unknown, id: string) => Result,
): Generator<Result | CaseFailure> {
  for (const [at, given] of cases.entries()) yield attempt(idOf(given, at), (id) => run(given, id));
}

function attempt<Result>(id: string, run: (id: string) => Result): Result | CaseFailure {
  try {
    return run(id);
  } catch (error) {
    if (error instanceof AnonymizationRefused || error instanceof RuleBroken)
      return { id, error: `${id}: ${error.message}`, code: error.code };
    throw error;
  }
}

export function isFailure(line: object): line is CaseFailure {
  return 'error' in line;
}
