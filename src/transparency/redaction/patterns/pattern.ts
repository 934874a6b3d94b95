import type { HitKind, HitSource } from '../hit.js';

/** A form that identifiers have. */
export interface Pattern {
  readonly kind: HitKind;
  readonly why: string;
  /** With the flags g and u; a group named `it` is the hit where the rest only shows what it is */
  readonly form: RegExp;
  /** Searched in the text's own case; in small letters otherwise */
  readonly caseTells?: true;
  /** A further condition on the match */
  readonly holds?: (match: string) => boolean;
  /** `pattern` when absent */
  readonly source?: HitSource;
}
