import { type Html, html } from '../../platform/html/html.js';

/** Where our script leaves what it reckoned (see src/platform/http/proof-of-work). Nothing while nothing is asked for. */
export function proofField(puzzle: string | null): Html | null {
  return puzzle === null ? null : html`<input type="hidden" name="proof" value="" data-puzzle="${puzzle}" />`;
}
