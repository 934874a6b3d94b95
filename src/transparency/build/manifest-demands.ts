import type { Demand, OverallShares } from '../verify/index.js';
import { type Choice, orderOf } from './choose-levels.js';
import { demandedOf, type ReleasePlan } from './release-plan.js';

/** The promises beyond k as the manifest makes them: with what a stranger needs to hold the file against them. */
export function manifestDemands(plan: ReleasePlan, { words, overall }: Pick<Choice, 'words' | 'overall'>): Demand[] {
  const columns = new Map(demandedOf(plan).map((column) => [column.name, column]));
  return plan.models.map((model): Demand => {
    if (model.type === 'beta-likeness') return { ...model, overall: shares(overall.get(model.attribute)) };
    if (model.type !== 't-closeness') return model;
    const { order, hierarchy } = columns.get(model.attribute) ?? {};
    const labels = words.get(model.attribute)?.labels ?? [];
    return {
      ...model,
      overall: shares(overall.get(model.attribute)),
      ...(model.distance === 'ordered' ? { order: orderOf(labels, order) } : {}),
      ...(model.distance === 'hierarchical' && hierarchy !== undefined ? { hierarchy: lines(hierarchy(labels)) } : {}),
    };
  });
}

function shares(overall: ReadonlyMap<string, number> | undefined): OverallShares {
  return Object.fromEntries([...(overall ?? [])].map(([word, share]) => [word, Math.round(share * 10_000) / 10_000]));
}

type Levels = readonly { readonly codes: Int32Array; readonly labels: readonly string[] }[];

/** One line a value, from the value up to `*`. */
function lines({ levels }: { readonly levels: Levels }): string[][] {
  return Array.from(levels[0]?.codes ?? [], (_, base) =>
    levels.map(({ codes, labels }) => labels[codes[base] ?? 0] ?? ''),
  );
}
