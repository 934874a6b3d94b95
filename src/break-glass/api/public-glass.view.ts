export class GlassYearView {
  year!: number;
  asked!: number;
  approved!: number;
  /** Refused, lapsed or still waiting, together: more would tell who asked whether there is such a case */
  notApproved!: number;
  reviewedAsNotRight!: number;
}

export class GlassYearsView {
  /** A year in which nobody asked is not among them */
  items!: GlassYearView[];
}
