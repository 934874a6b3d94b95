import { isPeriod } from '../chart/chart-question.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import type { Given } from '../facts/filters.js';

/** A dataset, and the column that it is counted by; `time`: whichever column tells when. */
type Choice = readonly [dataset: string, by: string];

/** What people come to see first, each from the dataset that tells it best of those that the place has. */
const HEADLINES: readonly (readonly Choice[])[] = [
  [
    ['complaints', 'time'],
    ['complaint-allegations', 'time'],
  ],
  [
    ['complaints', 'disposition'],
    ['complaint-allegations', 'finding'],
  ],
  [
    ['use-of-force', 'time'],
    ['use-of-force-incidents', 'time'],
  ],
  [
    ['use-of-force', 'force_types'],
    ['force-applications', 'force_type'],
  ],
];

export interface Headline {
  readonly facts: DatasetFacts;
  /** As the chart builder is asked */
  readonly given: Given;
}

/** @param datasets those of one place */
export function headlines(datasets: readonly DatasetFacts[]): Headline[] {
  return HEADLINES.flatMap((choices) => {
    const [found] = choices.flatMap(([name, by]) => {
      const facts = datasets.find(({ dataset }) => dataset === name);
      const column = facts?.columns.find((each) => (by === 'time' ? isPeriod(each) : each.name === by));
      return facts && column ? [{ facts, given: { by: column.name } }] : [];
    });
    return found ? [found] : [];
  });
}
