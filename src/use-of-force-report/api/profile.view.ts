export class EffectiveView {
  /** First day of the incidents that it is for, YYYY-MM-DD */
  from!: string;
  /** The last; null: still in force */
  until!: string | null;
}

export class CadenceView {
  every!: 'month' | 'year' | 'incident';
  /** Days after the incident; null: not said by days */
  dueDays!: number | null;
  /** A month without force is to be said so */
  zeroReport!: boolean;
  confirmed!: boolean;
}

export class ProfileSummaryView {
  id!: string;
  version!: string;
  title!: string;
  authority!: string;
  effective!: EffectiveView;
  cadence!: CadenceView;
  /** How many elements it asks for */
  elements!: number;
  rules!: number;
  /** How many lists, elements and rules are from no source that we could read */
  unconfirmed!: number;
}

export class ProfileListView {
  items!: ProfileSummaryView[];
}

export class ProfileView {
  id!: string;
  version!: string;
  title!: string;
  /** The whole of it: elements, lists of codes, conditions, rules. Copied and changed, it is what a place enacts. */
  profile!: object;
}

export class EnactedProfileView {
  id!: string;
  version!: string;
}
