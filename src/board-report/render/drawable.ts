/** Beyond Latin-1, what the standard fonts of a PDF can draw (WinAnsi). */
const MORE = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/**
 * The text as the standard fonts can draw it. What they cannot is a question mark, and the report’s page has it as it was: half
 * a letter of another alphabet would be worse than none.
 */
export function drawable(text: string): string {
  const known = (character: string): boolean =>
    /[\n\u0020-\u007e\u00a0-\u00ff]/.test(character) || MORE.includes(character);
  return [...text.replaceAll('→', '>').replaceAll('−', '-').normalize('NFC')]
    .map((character) => (known(character) ? character : '?'))
    .join('');
}
