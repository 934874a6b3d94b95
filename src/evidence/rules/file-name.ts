/** As long as a name may be with most file systems. */
const MOST = 200;

/** Control characters, line ends among them; characters that turn the direction of writing; such that are not seen. */
const UNFIT =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * What a file was called, fit to be kept and shown: without a path, without what would make it look like another name or
 * break a line, and no longer than a name is. Null: nothing is left of it.
 */
export function cleanName(said: string): string | null {
  const last = said.toWellFormed().replaceAll(UNFIT, '').split(/[/\\]/).at(-1) ?? '';
  // Blanks and dots at either end are dropped by file systems, or hide the name.
  const name = withoutEnds(last.normalize('NFC'));
  return name === '' ? null : shortened(name);
}

function withoutEnds(name: string): string {
  const letters = [...name];
  const isNone = (letter: string): boolean => letter === '.' || letter.trim() === '';
  const first = letters.findIndex((letter) => !isNone(letter));
  return first < 0 ? '' : letters.slice(first, letters.findLastIndex((letter) => !isNone(letter)) + 1).join('');
}

/** Its ending stays: it says what it is. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= MOST) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, MOST - [...ending].length).join('') + ending;
}
