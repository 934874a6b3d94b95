import type { Majority, Matter, VotingTerms } from '../../charter/index.js';

/** What a motion is about, as far as a charter may ask more for it. */
export interface MotionMatter {
  amends: string | null;
  reconsiders: string | null;
  approvesMinutes: boolean;
  proposedFinding: string | null;
}

/** Words of a finding are not a finding yet: an amendment is an amendment alone. */
export function mattersOf(motion: MotionMatter): Matter[] {
  if (motion.amends !== null) return ['amendment'];
  const about: [Matter, boolean][] = [
    ['reconsideration', motion.reconsiders !== null],
    ['finding', motion.proposedFinding !== null],
    ['minutes', motion.approvesMinutes],
  ];
  return about.flatMap(([matter, so]) => (so ? [matter] : []));
}

/** What a motion has to carry by, each of them: the charter's majorities for its matters, or else the one for all. */
export function majoritiesFor(voting: VotingTerms, motion: MotionMatter): Majority[] {
  const matters = mattersOf(motion);
  const own = (voting.majorities ?? []).filter(({ matter }) => matters.includes(matter));
  return own.length > 0 ? own : [voting];
}
