/** What two cases have in common, as far as it stands open: no sealed word is compared. */
export interface InCommon {
  officers: number;
  /** The complainants gave the same telephone number or e-mail address */
  sameContact: boolean;
  /** … the same full name */
  sameName: boolean;
  sameBeat: boolean;
  sameDistrict: boolean;
  /** Between the two incidents; null when one has no day */
  daysApart: number | null;
  /** Allegation categories that both have, of all that either has: 0 to 1 */
  categories: number;
}

export const RELATED_REASONS = [
  'same_officers',
  'same_contact',
  'same_name',
  'same_place_and_time',
  'near_place_and_time',
  'like_allegations',
] as const;
export type RelatedReason = (typeof RELATED_REASONS)[number];

const WEIGHTS: Readonly<Record<RelatedReason, number>> = {
  same_officers: 0.4,
  same_contact: 0.4,
  same_name: 0.2,
  same_place_and_time: 0.35,
  near_place_and_time: 0.15,
  like_allegations: 0.1,
};
const NEAR_DAYS = 3;
const LIKE = 0.5;

/** How much speaks for a link, 0 to 1, and what. A suggestion for a person to judge; nothing is linked by it. */
export function relatedScore(common: InCommon): { score: number; reasons: RelatedReason[] } {
  const { daysApart, sameBeat, sameDistrict } = common;
  const samePlaceAndTime = daysApart !== null && daysApart <= 1 && (sameBeat || (sameDistrict && daysApart === 0));
  const near = daysApart !== null && daysApart <= NEAR_DAYS && (sameBeat || sameDistrict);
  const holds: Record<RelatedReason, boolean> = {
    same_officers: common.officers > 0,
    same_contact: common.sameContact,
    same_name: common.sameName && !common.sameContact,
    same_place_and_time: samePlaceAndTime,
    near_place_and_time: near && !samePlaceAndTime,
    like_allegations: common.categories >= LIKE,
  };
  const reasons = RELATED_REASONS.filter((reason) => holds[reason]);
  const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0);
  return { score: Math.min(1, Math.round(sum * 100) / 100), reasons };
}
