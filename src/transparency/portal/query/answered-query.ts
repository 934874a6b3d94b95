import type { AnsweredRows } from '../facts/portal-rows.js';
import type { QueryQuestion } from './query-question.js';

/** A question with its rows and its addresses; `native` is null where the native address cannot ask this. */
export interface AnsweredQuery {
  readonly question: QueryQuestion;
  readonly answer: AnsweredRows;
  readonly soda: string;
  readonly csv: string;
  readonly native: string | null;
}
