/** Whether this is an error with one of these codes, the system's (ENOENT) or PostgreSQL's (57P03). */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  // Not by `instanceof Error`: under Jest the system's errors are of another realm's Error.
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
