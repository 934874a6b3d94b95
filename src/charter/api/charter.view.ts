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
