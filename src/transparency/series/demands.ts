import type { Arrivals } from './arrivals.js';
import type { Planning } from './planning.js';
import { Retreat } from './retreat.js';
import { showing } from './showing.js';

/** What is demanded of classes beyond the rules of a series: how units stand → the classes that break it. */
export type ClassDemands = (show: Uint8Array) => readonly number[];

/** Arrivals of a class that breaks a demand wait, and a class that breaks it without them goes. @returns whether any did */
export function keepDemands(planning: Planning, arrivals: Arrivals, demands: ClassDemands | undefined): boolean {
  if (demands === undefined) return false;
  const retreat = new Retreat(planning, arrivals);
  let heldBack = false;
  for (const classOf of demands(showing(planning.draft))) {
    const classes = Int32Array.of(classOf);
    const putOff = retreat.putOff(classes, (waiting) => waiting).length > 0;
    heldBack = putOff || retreat.undoSteps(classes) || retreat.giveUp(classes) || heldBack;
  }
  return heldBack;
}
