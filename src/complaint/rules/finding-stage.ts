/**
 * Who found, in the order of authority; `final` is what stands when the case is closed. `department`: what the police found
 * themselves, in a file that the agency reviews; it decides nothing here.
 */
export const FINDING_STAGES = ['department', 'investigator', 'supervisor', 'board', 'chief', 'final'] as const;
export type FindingStage = (typeof FINDING_STAGES)[number];

/** The stages that the agency's own staff write down; the board's and the chief's come from the review board. */
export const STAFF_STAGES = ['department', 'investigator', 'supervisor'] as const;
export type StaffStage = (typeof STAFF_STAGES)[number];
