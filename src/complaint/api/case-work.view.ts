export class PersonAddedView {
  personId!: string;
}

export class OfficerAddedView {
  complaintOfficerId!: string;
}

export class AllegationAddedView {
  allegationId!: string;
}
