import type { PrivacyModel, Problem } from '../../src/transparency/anonymize/index.js';

/** Whether the rows of a cell meet a model of sensitive values, by its definition; models of sizes are not asked here. */
export function passesSlowly(problem: Problem, model: PrivacyModel, all: readonly number[]): boolean {
  if (!('attribute' in model)) return true;
  const attribute = problem.sensitive!.find(({ name }) => name === model.attribute)!;
  const { codes } = attribute;
  const hasValue = (row: number): boolean => codes[row]! >= 0;
  const rows = all.filter(hasValue);
  if (rows.length === 0) return true;
  const known = [...new Set(codes)].filter((code) => code >= 0);
  const share = (of: readonly number[]) =>
    new Map(known.map((value) => [value, of.filter((row) => codes[row] === value).length / of.length]));
  const p = share(rows);
  const q = share(Array.from({ length: problem.rows }, (_, row) => row).filter(hasValue));
  const counts = known.map((value) => p.get(value)! * rows.length).filter((count) => count > 0.5);
  switch (model.type) {
    case 'distinct-l':
      return counts.length >= model.l;
    case 'entropy-l': {
      const log = model.estimator === 'shannon' ? Math.log : grassberger;
      // The written inequality and no slack: a class of entropy ln l exactly passes or not by rounding, in both.
      const sum = counts.reduce((all, count) => all + Math.round(count) * log(Math.round(count)), 0);
      return counts.length >= model.l && sum <= rows.length * (log(rows.length) - Math.log(model.l));
    }
    case 'recursive-cl': {
      const sorted = counts.map(Math.round).sort((a, b) => b - a);
      const rest = sorted.slice(model.l - 1).reduce((sum, count) => sum + count, 0);
      return sorted.length >= model.l && sorted[0]! < model.c * rest;
    }
    case 'beta-likeness':
      return known.every((value) => {
        const gain = (p.get(value)! - q.get(value)!) / q.get(value)!;
        return (
          gain <= (model.variant === 'basic' ? model.beta : Math.min(model.beta, -Math.log(q.get(value)!))) + 1e-12
        );
      });
    case 't-closeness':
      return distance(model.distance) <= model.t + 1e-12;
  }

  function distance(kind: 'equal' | 'hierarchical' | 'ordered'): number {
    const extra = known.map((value) => p.get(value)! - q.get(value)!);
    if (kind === 'equal') return extra.reduce((sum, d) => sum + Math.abs(d), 0) / 2;
    if (kind === 'ordered') {
      const order = attribute.order === undefined ? known : [...attribute.order].filter((code) => known.includes(code));
      let sum = 0;
      let all = 0;
      for (const value of order) {
        sum += extra[known.indexOf(value)]!;
        all += Math.abs(sum);
      }
      return known.length < 2 ? 0 : all / (known.length - 1);
    }
    return climb(extra);
  }

  /** Li et al. 2007: cost of a node is its height over the tree's, times the lesser of its children's surplus and lack. */
  function climb(extra: readonly number[]): number {
    const { levels } = attribute.hierarchy!;
    const height = levels.length - 1;
    let below = new Map(known.map((value, i) => [levels[0]!.codes[value]!, extra[i]!]));
    let at = new Map(known.map((value) => [levels[0]!.codes[value]!, value]));
    let cost = 0;
    for (let g = 1; g <= height; g++) {
      const above = new Map<number, number>();
      const groups = new Map<number, { surplus: number; lack: number }>();
      const representative = new Map<number, number>();
      for (const [group, value] of below) {
        const parent = levels[g]!.codes[at.get(group)!]!;
        const found = groups.get(parent) ?? { surplus: 0, lack: 0 };
        groups.set(parent, { surplus: found.surplus + Math.max(0, value), lack: found.lack + Math.max(0, -value) });
        above.set(parent, (above.get(parent) ?? 0) + value);
        representative.set(parent, at.get(group)!);
      }
      for (const { surplus, lack } of groups.values()) cost += (g / height) * Math.min(surplus, lack);
      below = above;
      at = representative;
    }
    return cost;
  }
}

/** G(n) by its closed form, not by the engine's recursion. */
function grassberger(n: number): number {
  let g = -0.5772156649015329 - Math.log(2);
  for (let i = 1; i <= Math.floor(n / 2); i++) g += 2 / (2 * i - 1);
  return g;
}
