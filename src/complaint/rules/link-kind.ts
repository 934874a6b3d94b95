/** How two cases belong together. */
export const LINK_KINDS = ['duplicate', 'related', 'same_incident'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
