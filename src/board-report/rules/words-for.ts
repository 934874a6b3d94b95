import { NOT_SHOWN } from './coverage.js';
import type { Labels, Vocabulary } from './material.js';

/** Findings by what they mean, in the order in which readers look for them. */
export const FINDING_CLASSES = [
  ...['sustained', 'not_sustained', 'exonerated', 'unfounded'],
  ...['no_finding', 'mediated', 'pending'],
] as const;

/** A released value in words; what the release hides or does not know says so. */
export function wordsFor(value: string | null, labels: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === '') return 'None recorded';
  if (value === NOT_SHOWN) return 'Not shown (suppressed)';
  if (value === 'other' && labels[value] === undefined) return 'Other, too rare to be shown';
  return labels[value] ?? `${value.charAt(0).toUpperCase()}${value.slice(1).replaceAll('_', ' ')}`;
}

/** What stands for a value in a CSV file: never empty. */
export const codeOf = (value: string | null): string => (value === null || value === '' ? 'none' : value);

export function labelsOf(labels: Labels, vocabulary: Vocabulary): Readonly<Record<string, string>> {
  return labels[vocabulary];
}
