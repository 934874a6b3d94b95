/** What is wrong with a query, and at which character of its text (from 0). Becomes an answer where the parameter is known. */
export class SoqlFault extends Error {
  constructor(
    readonly code: string,
    readonly at: number,
    message: string,
    /** What was probably meant */
    readonly nearest: string | null = null,
  ) {
    super(message);
    this.name = 'SoqlFault';
  }
}

export function refused(code: string, at: number, message: string, nearest: string | null = null): SoqlFault {
  return new SoqlFault(code, at, message, nearest);
}
