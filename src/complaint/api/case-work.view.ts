export class PersonAddedView {
  personId!: string;
}

export class OfficerAddedView {
  complaintOfficerId!: string;
}

export class AllegationAddedView {
  allegationId!: string;
  /** One an officer, in the order in which they were given */
  allegationIds!: string[];
}
