/** Welch's t: by how many standard errors two means differ, whatever the variances. */
export function welch(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [momentsOf(one), momentsOf(other)];
  return (first.mean - second.mean) / Math.sqrt(first.variance / one.length + second.variance / other.length);
}

/** Which parts of all times, the fastest first, are looked at besides all of them. */
const PARTS = [0.95, 0.75, 0.5, 0.25, 0.1];

/**
 * The largest of the t's over the fastest parts of both together, cut at the same times: what the machine did meanwhile makes
 * answers slow, and hides small differences in all of them (Reparaz, Balasch, Verbauwhede: dude, is my code constant time?).
 */
export function cutWelch(one: readonly number[], other: readonly number[]): { part: number; t: number } {
  const both = Float64Array.from([...one, ...other]).sort();
  const cuts = PARTS.map((part) => {
    const slowest = both[Math.floor(both.length * part) - 1] ?? 0;
    const [fast, fastToo] = [one, other].map((times) => times.filter((time) => time <= slowest));
    return { part, t: welch(fast ?? [], fastToo ?? []) };
  });
  return cuts.reduce((most, cut) => (Math.abs(cut.t) > Math.abs(most.t) ? cut : most));
}

export function median(times: readonly number[]): number {
  return Float64Array.from(times).sort()[Math.floor(times.length / 2)] ?? NaN;
}

function momentsOf(times: readonly number[]): { mean: number; variance: number } {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1);
  return { mean, variance };
}
