/** Welch's t: by how many standard errors two means differ, whatever the variances. */
export function welch(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [momentsOf(one), momentsOf(other)];
  return (first.mean - second.mean) / Math.sqrt(first.variance / one.length + second.variance / other.length);
}

/** Without the slowest part of each: what the machine did meanwhile weighs less. */
export function withoutSlowest(times: readonly number[], part: number): number[] {
  return Float64Array.from(times)
    .sort()
    .subarray(0, Math.floor(times.length * (1 - part)))
    .reduce<number[]>((all, time) => (all.push(time), all), []);
}

export function median(times: readonly number[]): number {
  return Float64Array.from(times).sort()[Math.floor(times.length / 2)] ?? NaN;
}

function momentsOf(times: readonly number[]): { mean: number; variance: number } {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1);
  return { mean, variance };
}
