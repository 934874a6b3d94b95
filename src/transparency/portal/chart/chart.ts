import type { DatasetFacts } from '../facts/dataset-facts.js';
import type { Statement } from '../facts/statements.reader.js';
import type { Words } from '../facts/words.js';
import type { ChartData } from './chart-data.js';
import type { ChartQuestion } from './chart-question.js';
import type { RateLine } from './rates.js';

/** A question with its answer and the words to tell it in: all that a picture, a table and a file are made of. */
export interface Chart {
  readonly facts: DatasetFacts;
  readonly question: ChartQuestion;
  readonly data: ChartData;
  /** Of a rate only */
  readonly rates: readonly RateLine[] | null;
  readonly statements: readonly Statement[];
  readonly words: Words;
  /** The page is about this version, whatever comes out later */
  readonly pinned: boolean;
}
