/** What stands in a setting that names several; nothing set is none. */
export function wordsBetweenCommas(value = ''): string[] {
  const words = value.split(',').map((each) => each.trim());
  return words.filter((each) => each !== '');
}
