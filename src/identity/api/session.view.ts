export class SessionView {
  /** Send it as `Authorization: Bearer …` */
  token!: string;
}

export class PersonView {
  staffId!: string;
  displayName!: string;
  /** What the person may do goes by these */
  roles!: string[];
}
