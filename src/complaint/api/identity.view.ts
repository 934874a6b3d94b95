export class PersonIdentityView {
  personId!: string;
  name!: string | null;
  contact!: string | null;
}

export class OfficerDescriptionView {
  complaintOfficerId!: string;
  description!: string;
}

export class FindingReasonsView {
  findingId!: string;
  reasons!: string;
}

/** The sealed texts of a case in clear; null where nothing was told. Each reading stands in the case's history. */
export class IdentityView {
  narrative!: string | null;
  place!: string | null;
  people!: PersonIdentityView[];
  officers!: OfficerDescriptionView[];
  findings!: FindingReasonsView[];
  screeningReason!: string | null;
}
