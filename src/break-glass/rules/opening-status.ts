/**
 * How an opening stands, by the database's clock: it waits, until it lapses, is withdrawn or decided on; it is open, until it
 * is over; and then somebody reviews it.
 */
export const OPENING_STATUSES = [
  ...(['waiting', 'lapsed', 'withdrawn', 'refused'] as const),
  ...(['open', 'over', 'reviewed'] as const),
];
export type OpeningStatus = (typeof OPENING_STATUSES)[number];

/**
 * As much of it as who asked is told. A refusal looks like an ask that nobody answered: it would say that there is such a
 * case, and that somebody sees it.
 */
export const OWN_STATUSES = ['waiting', 'open', 'over'] as const;
export type OwnStatus = (typeof OWN_STATUSES)[number];
