import type { ColumnProfile } from './column-profile.js';

/** What such columns hold is nobody's business but the table's owner's: a draft repeats nothing of it. */
const PERSONAL = /name|narrative|comment|address|street|location|birth|dob|phone|remark|note|lat|lon|geo/i;

/** What was seen in a column, for people: how much is said, and the most frequent words where they repeat. */
export function columnNote(profile: ColumnProfile): string {
  const { rows, said, distinct, column } = profile;
  const amount = `${said} of ${rows} cells say something, ${distinct} different`;
  const repeats = distinct <= 400 && distinct < said / 2;
  return repeats && !PERSONAL.test(column) ? `${amount}; seen ${profile.examples(5).join(', ')}` : amount;
}
