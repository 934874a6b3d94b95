/** One fault in what was sent: where (JSON pointer), a stable code, and a sentence on how to mend it. */
export interface Fault {
  path: string;
  code: string;
  message: string;
}

/**
 * A rule's "no". `code` is stable and documented; `message` is for people: what was wrong, where, how to mend it.
 * `status` is the HTTP answer: 409 when the state of things forbids it (the default), 422 when what was sent does.
 */
export class RuleBroken extends Error {
  /** What clients that speak SODA look for beside the message */
  readonly data?: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: string,
    message: string,
    readonly status = 409,
    readonly faults: Fault[] = [],
    /** What a program may go on with, said beside the message */
    readonly details?: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.name = 'RuleBroken';
  }
}

/** Hidden and missing are the same answer, so that nobody learns from it which of the two it was. */
export class NotFound extends RuleBroken {
  constructor() {
    super('not-found', 'There is nothing here under that name, or you may not see it.', 404);
  }
}
