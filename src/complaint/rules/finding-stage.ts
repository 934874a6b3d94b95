/** Who found, in the order of authority; `final` is what stands when the case is closed. */
export const FINDING_STAGES = ['investigator', 'supervisor', 'board', 'chief', 'final'] as const;
export type FindingStage = (typeof FINDING_STAGES)[number];

/** The stages that the agency's own staff record; the board's and the chief's come from the review board. */
export const STAFF_STAGES = ['investigator', 'supervisor'] as const;
export type StaffStage = (typeof STAFF_STAGES)[number];
