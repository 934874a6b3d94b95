/** No report was made, and why. `code` is stable; the message names columns and numbers, never a value. */
export class ReportRefused extends Error {
  constructor(
    readonly code: 'report-input-malformed' | 'report-class-below-k',
    message: string,
  ) {
    super(message);
    this.name = 'ReportRefused';
  }
}
