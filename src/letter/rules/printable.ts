/** Beyond Latin-1, what the standard fonts of a PDF can draw (WinAnsi). */
const MORE = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** The characters of a text that the standard fonts cannot draw: printed, they would come out as others. */
export function unprintable(text: string): string[] {
  const drawn = (character: string): boolean =>
    /[\n\t\u0020-\u007e\u00a0-\u00ff]/.test(character) || MORE.includes(character);
  return [...new Set([...text.normalize('NFC')].filter((character) => !drawn(character)))];
}
