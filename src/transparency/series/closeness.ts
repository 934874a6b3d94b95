import type { Arrivals } from './arrivals.js';
import type { Planning } from './planning.js';
import { countCells, type PublishedFacts } from './published-facts.js';
import { Retreat } from './retreat.js';

/** Sums of many doubles. */
const ROUNDING = 1e-9;

/**
 * t-closeness with equal distance (Li et al. 2007), over subjects, of every class against the release itself: arrivals that
 * break it wait, and a class that breaks it without them disappears. @returns whether anything was held back
 */
export function keepClose(planning: Planning, arrivals: Arrivals, facts: PublishedFacts): boolean {
  const { rules, units } = planning;
  if (rules.values.every(({ t }) => t === undefined)) return false;
  const identity = Int32Array.from({ length: units.classes }, (_, classOf) => classOf);
  const perClass = countCells(facts, identity, units.classes, units.values);
  const whole = countCells(facts, new Int32Array(units.classes), 1, units.values);
  const retreat = new Retreat(planning, arrivals);
  let heldBack = false;
  for (let classOf = 0; classOf < units.classes; classOf++) {
    if (perClass.subjects[classOf] === 0) continue;
    const far = rules.values.some(({ t }, a) => {
      const width = units.values[a]!;
      const counts = perClass.values[a]!.subarray(classOf * width, (classOf + 1) * width);
      return t !== undefined && distance(counts, whole.values[a]!) > t + ROUNDING;
    });
    if (!far) continue;
    const classes = Int32Array.of(classOf);
    const putOff = retreat.putOff(classes, (waiting) => waiting).length > 0;
    heldBack = putOff || retreat.undoSteps(classes) || retreat.giveUp(classes) || heldBack;
  }
  return heldBack;
}

/** Half the sum of the differences of shares: 0 equal, 1 nothing in common. */
function distance(counts: Int32Array, overall: Int32Array): number {
  const [own, all] = [sum(counts), sum(overall)];
  let apart = 0;
  for (let value = 0; value < counts.length; value++) apart += Math.abs(counts[value]! / own - overall[value]! / all);
  return apart / 2;
}

const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);
