/** The one line of a section whose data nobody has released here. */
export function nothingReleased(what: string): string {
  return `No data on ${what} has been released here.`;
}
