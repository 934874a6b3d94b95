export const PUBLISHED_AS_IT_IS = 'as it is';
export const NOT_SHOWN = 'not shown';
/** The word of a group that stands for no value known. */
export const UNKNOWN_WORD = 'unknown';
