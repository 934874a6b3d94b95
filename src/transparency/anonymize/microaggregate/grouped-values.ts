/** Rows in groups whose numbers are published as one. */
export interface GroupedValues {
  /** row → group, 0 … groups − 1 */
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** Sum of squared errors: of every number to its group's mean. What the grouping loses. */
  readonly sse: number;
  /** Total sum of squares: to the mean of all. */
  readonly sst: number;
}

/** Share of the variance that the groups lose, 0 to 1; 0 where there is none. */
export function lostVariance({ sse, sst }: Pick<GroupedValues, 'sse' | 'sst'>): number {
  return sst === 0 ? 0 : sse / sst;
}
