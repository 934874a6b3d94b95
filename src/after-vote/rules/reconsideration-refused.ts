import type { Refusal } from '../../review-board/index.js';

/** What decides whether who complained may ask. */
export interface RightToAsk {
  /** ISO date, from the closing that stands; null: there is no such right */
  until: string | null;
  /** Of this closing already */
  asked: boolean;
  /** In this case, in all */
  times: number;
  most: number;
}

/** Why who complained cannot ask the board to think again today; null is a yes. */
export function reconsiderationRefused({ until, asked, times, most }: RightToAsk, today: string): Refusal | null {
  if (asked || (times > 0 && times >= most))
    return { code: 'reconsideration-asked', message: 'It was asked for already, as often as the charter lets it be.' };
  if (until === null)
    return { code: 'no-right-to-reconsideration', message: 'The charter gives no right to ask for it in such a case.' };
  if (today > until)
    return { code: 'reconsideration-too-late', message: `The board could be asked to reconsider until ${until}.` };
  return null;
}
