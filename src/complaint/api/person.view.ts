export class PersonEditedView {
  /** The version that stands now */
  version!: number;
}

/** What was noted; a field that is absent was not. */
export class PersonNotedView {
  roles!: string[];
  name?: string | undefined;
  contact?: string | undefined;
  race?: string | undefined;
  gender?: string | undefined;
  ageAtIncident?: number | undefined;
  injured?: boolean | undefined;
}

export class PersonVersionView {
  /** From 1 on */
  number!: number;
  noted!: PersonNotedView;
  /** Why it was changed */
  reason!: string;
  editedBy!: string;
  editedAt!: Date;
}

export class PersonEndingView {
  reason!: string;
  endedBy!: string;
  endedAt!: Date;
}

export class PersonVersionsView {
  /** Oldest first; the version that stands is none of them */
  items!: PersonVersionView[];
  /** Null: the person is of the case */
  ending!: PersonEndingView | null;
}

export class RepresentingView {
  representationId!: string;
}
