import type { ReadMessage } from '../records/message.store.js';

export class MessageWrittenView {
  /** Its place in the dialogue */
  number!: number;
}

export class MessageView {
  number!: number;
  from!: 'agency' | 'complainant';
  /** Who of the staff wrote it; null for the complainant's */
  staffId!: string | null;
  staffName!: string | null;
  text!: string;
  /** The hour alone for the complainant's, and for all while they are anonymous */
  sentAt!: Date;
}

export class DialogueView {
  items!: MessageView[];
  /** Give it as `after` for the next page; null on the last */
  next!: number | null;
}

/** For who complains: not who of the agency wrote. */
export class MyMessageView {
  number!: number;
  from!: 'agency' | 'me';
  text!: string;
  /** YYYY-MM-DD where the agency is */
  sentOn!: string;
}

export class MyDialogueView {
  items!: MyMessageView[];
  next!: number | null;
}

interface Page {
  items: ReadMessage[];
  next: number | null;
}

export function dialogueView({ items, next }: Page): DialogueView {
  const theirs = items.map(({ number, staffId, staffName, text, sentAt }) => ({
    ...{ number, from: staffId === null ? ('complainant' as const) : ('agency' as const) },
    ...{ staffId, staffName, text, sentAt },
  }));
  return { items: theirs, next };
}

export function myDialogueView({ items, next }: Page): MyDialogueView {
  const mine = items.map(({ number, staffId, text, sentOn }) => ({
    ...{ number, from: staffId === null ? ('me' as const) : ('agency' as const), text },
    sentOn,
  }));
  return { items: mine, next };
}

export class UnreadDialogueView {
  complaintId!: string;
  caseNumber!: string;
  unread!: number;
}

export class UnreadView {
  items!: UnreadDialogueView[];
}
