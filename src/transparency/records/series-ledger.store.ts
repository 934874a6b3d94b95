import type { EntityManager } from 'typeorm';
import type { BuiltSeries } from '../build/series/build-series.js';
import type { PublishedFacts } from '../series/index.js';
import { keepCodes } from './release-code.store.js';
import { freezeEpoch, holdEpoch } from './release-epoch.store.js';
import { saveMembers } from './release-member.store.js';
import { saveStep, type StepPlace } from './release-step.store.js';
import type { SeriesGround } from './series-ground.reader.js';

/**
 * Puts down what a release that was built will have said, for all that come after it. It counts once the release is out.
 * @throws SeriesRefused series-moved-on when a case was erased meanwhile, or another build was quicker
 */
export async function keepInLedger(
  manager: EntityManager,
  place: StepPlace,
  { epoch, published, beside }: SeriesGround,
  { layout, planned, frozen }: BuiltSeries,
): Promise<void> {
  await holdEpoch(manager, epoch);
  if (published === null)
    await freezeEpoch(manager, {
      id: epoch.id,
      levels: frozen.levels,
      words: frozen.words ?? {},
      shares: frozen.shares ?? {},
    });
  const coded = { jurisdictionId: place.jurisdictionId, dataset: epoch.dataset };
  const { plan, classes, values } = planned;
  const kept = classes.words.slice(0, classes.kept);
  await keepCodes(manager, { ...coded, scope: `class ${epoch.id}` }, kept);
  for (const [a, name] of layout.sensitive.entries())
    await keepCodes(manager, { ...coded, scope: `value ${name}` }, values[a] ?? []);
  const signatures = kept.map((text) => JSON.parse(text) as string[][]);
  for (const [at, { plan: column, ancestors }] of layout.quasiIdentifiers.entries()) {
    const known = frozen.ancestors.get(column.name) ?? new Map<string, readonly string[]>();
    const used = new Set([...known.keys(), ...signatures.flatMap((rows) => rows.map((row) => row[at] ?? ''))]);
    const paths = [...used].map((word) => JSON.stringify([word, ...(ancestors.get(word) ?? [])]));
    await keepCodes(manager, { ...coded, scope: `word ${epoch.id} ${column.name}` }, paths);
  }
  const facts = ofClasses(plan.facts, classes.kept);
  await saveStep(manager, place, { number: plan.number, cohorts: plan.ledger.cohorts, facts, beside });
  const units = {
    pseudonyms: planned.pseudonyms,
    subjects: planned.pseudonyms.map(() => null),
    contents: planned.contents,
  };
  await saveMembers(manager, place, units, { before: planned.from, after: plan.ledger });
}

/** The others have nobody in the release. */
function ofClasses({ lone, loneValues, values, joint }: PublishedFacts, kept: number): PublishedFacts {
  return {
    lone: lone.slice(0, kept),
    loneValues: loneValues.map((counts, a) => counts.slice(0, kept * (values[a] ?? 0))),
    ...{ values, joint },
  };
}
