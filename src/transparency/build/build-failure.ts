import { AnonymizationRefused } from '../anonymize/index.js';
import { SeriesRefused } from '../series/index.js';

/** `former-changed`: the release before is not on the disk as it was published. `rules-refused`: the charter's rules speak of what the dataset has not. `source-changed`: the second reading of the rows did not give those of the first. The last three are of a cut. */
export type BuildFailure =
  | 'spec-changed'
  | 'rules-refused'
  | 'no-rows'
  | 'source-changed'
  | 'pseudonyms-met'
  | 'former-changed'
  | 'no-source-release'
  | 'source-recalled'
  | 'source-lacks-column';

/** Why a release cannot be built, as a stable code. */
export class BuildFailed extends Error {
  constructor(readonly code: BuildFailure) {
    super(code);
  }
}

/** The code that is kept with the release. A message is not: it could quote a value. */
export function buildFailure(error: unknown): string {
  const known = error instanceof BuildFailed || error instanceof AnonymizationRefused || error instanceof SeriesRefused;
  return known ? error.code : 'unexpected';
}
