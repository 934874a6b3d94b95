import type { Moves } from '../../shared/status-machine.js';

export const LETTER_STATUSES = ['written', 'sent', 'delivered', 'returned', 'discarded'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

/** What came back may be sent again, another way. */
export const LETTER_MOVES: Moves<LetterStatus> = {
  written: ['sent', 'discarded'],
  sent: ['delivered', 'returned'],
  delivered: [],
  returned: ['sent', 'discarded'],
  discarded: [],
};

/** `portal`: it lies where the holder of the receipt reads it. */
export const DELIVERY_WAYS = ['mail', 'email', 'portal', 'hand'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];
