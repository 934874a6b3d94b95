/** How many messages a person may send before the agency has answered: a dialogue, not a flood. */
export const MOST_UNANSWERED = 50;

export interface DialogueState {
  /** The number of the last message; 0: none yet */
  last: number;
  /** How many the person has sent since the agency last wrote */
  unanswered: number;
}

/** Whether the person who complains may write now. */
export function mayWrite({ unanswered }: DialogueState): boolean {
  return unanswered < MOST_UNANSWERED;
}
