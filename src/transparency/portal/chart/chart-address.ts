import { addressWith } from '../facts/address-with.js';
import { datasetPath } from '../facts/place-address.js';
import type { Chart } from './chart.js';
import { chartParameters } from './chart-question.js';

/** Where this very chart is, in one form or another. */
export function chartAddress(chart: Chart, form: '' | '.svg' | '.png' | '.csv' | 'embed'): string {
  const { facts, question, words, pinned } = chart;
  const parameters: [string, string][] = [
    ...chartParameters(question),
    ...(pinned ? [['release', facts.version] as [string, string]] : []),
    // A picture is in one language: whoever shows it elsewhere shows it so.
    ...(form === '' ? [] : [['lang', words.language] as [string, string]]),
  ];
  const path =
    form === 'embed' ? `/embed/${facts.jurisdiction}/${facts.dataset}` : `${datasetPath(facts)}/chart${form}`;
  return addressWith(path, parameters);
}
