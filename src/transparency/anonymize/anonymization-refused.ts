export type RefusalCode =
  | 'hierarchy-not-nested'
  | 'hierarchy-incomplete'
  | 'problem-malformed'
  | 'unit-value-varies'
  | 'lattice-too-large'
  | 'infeasible';

/** The engine's "no": nothing was produced, and why. `code` is stable. */
export class AnonymizationRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'AnonymizationRefused';
  }
}
