export class JurisdictionView {
  /** The short name, as in addresses */
  slug!: string;
  name!: string;
  /** IANA name, e.g. America/Chicago */
  timeZone!: string;
  charterId!: string;
  charterVersion!: number;
  /** Vocabularies, clocks, quorum, rules of publication */
  charter!: object;
}

export class CharterVersionView {
  id!: string;
  /** The place's short name */
  jurisdiction!: string;
  version!: number;
  /** ISO date of the place from which it is in force */
  effectiveFrom!: string;
}

export class CharterView extends CharterVersionView {
  /** Vocabularies, clocks, quorum, rules of publication */
  charter!: object;
}

export class CharterVersionsView {
  /** Newest first; one that has not begun yet stands here too */
  items!: CharterVersionView[];
}

export class CharterChangeView {
  /** JSON Pointer; terms of a vocabulary stand by their code */
  path!: string;
  /** Absent where only the later version has it */
  before?: unknown;
  /** Absent where only the earlier version has it */
  after?: unknown;
}

export class CharterDifferenceView {
  items!: CharterChangeView[];
}

export class EnactedCharterView {
  id!: string;
  version!: number;
}
