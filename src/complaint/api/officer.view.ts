export class OfficerRegisteredView {
  officerId!: string;
}

export class OfficerView {
  officerId!: string;
  departmentId!: string | null;
  badgeNumber!: string | null;
  name!: string | null;
  /** As it is now */
  rank!: string | null;
  unit!: string | null;
  birthYear!: number | null;
  race!: string | null;
  gender!: string | null;
  /** YYYY-MM-DD */
  appointedOn!: string | null;
  resignedOn!: string | null;
}

export class OfficerPageView {
  items!: OfficerView[];
  /** Give it as `after` for the next page; null on the last */
  next!: string | null;
}

export class OfficerPostedView {
  postId!: string;
}
