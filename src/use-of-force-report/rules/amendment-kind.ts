export const AMENDMENT_KINDS = ['correct', 'supplement', 'withdraw'] as const;
/** `correct` changes what was told; `supplement` adds to it and alters no answer; `withdraw` takes the report back. */
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];
