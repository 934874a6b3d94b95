import type { Problem } from './problem.js';

/** How one address says "no" where a standard has another form than RFC 9457 for it. */
export interface ProblemForm {
  /** As the router has it */
  route: string;
  tell(problem: Problem & { id: string }): ToldProblem;
}

export interface ToldProblem {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: object;
}
