const EULER = 0.5772156649015329;
const EXPANDED_FROM = 2048;
const known: number[] = [];

/**
 * G(n), which takes the place of ln n in the entropy of a small sample (Grassberger 2003, "Entropy estimates from
 * insufficient samplings"; for l-diversity Stammler et al. 2016): G(2m + 1) = G(2m) = −γ − ln 2 + Σ 2 / (2i − 1), i to m.
 */
export function grassbergerLog(n: number): number {
  const m = n >> 1;
  if (m >= EXPANDED_FROM) return Math.log(2 * m) + 1 / (24 * m * m);
  for (let i = known.length; i <= m; i++) known.push(i === 0 ? -EULER - Math.log(2) : known[i - 1]! + 2 / (2 * i - 1));
  return known[m]!;
}
