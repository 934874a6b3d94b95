export class MemberView {
  memberId!: string;
  staffId!: string;
  name!: string;
  /** The authority whose seat it is */
  appointedBy!: string;
  /** First day, YYYY-MM-DD */
  termFrom!: string;
  /** Last day, YYYY-MM-DD */
  termTo!: string;
}

export class BoardView {
  id!: string;
  name!: string;
  members!: MemberView[];
}

/** What was made, to be named by later requests. */
export class MadeView {
  id!: string;
}
