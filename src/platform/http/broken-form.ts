import { RuleBroken } from '../errors/rule-broken.js';

/** What whoever reads a form says when it breaks off, or was never one. */
const BROKEN = /^(Unexpected end of|Malformed|Multipart: |Part terminated|cut short)/;

/** The sender's fault is told as theirs; any other error is given back as it is. */
export function brokenForm(error: unknown): Error {
  if (error instanceof Error && BROKEN.test(error.message))
    return new RuleBroken('malformed', 'This cannot be read. The form breaks off, or is none.', 400);
  return error instanceof Error ? error : new Error('The form could not be read.');
}
