import { complaintAllegations } from './complaint-allegations.js';
import type { ReleaseSpec } from './release-spec.js';
import { useOfForce } from './use-of-force.js';

/** Every dataset that can be released. */
export const datasets: readonly ReleaseSpec[] = [complaintAllegations, useOfForce];

export function datasetNamed(name: string): ReleaseSpec | null {
  return datasets.find((spec) => spec.dataset === name) ?? null;
}
