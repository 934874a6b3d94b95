import { AnonymizationRefused } from '../anonymize/index.js';

/** Why a release cannot be built, as a stable code: `spec-changed`, `no-rows`. */
export class BuildFailed extends Error {
  constructor(readonly code: 'spec-changed' | 'no-rows') {
    super(code);
  }
}

/** The code that is kept with the release. A message is not: it could quote a value. */
export function buildFailure(error: unknown): string {
  return error instanceof BuildFailed || error instanceof AnonymizationRefused ? error.code : 'unexpected';
}
