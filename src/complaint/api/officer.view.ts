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
  command!: string | null;
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

export class OfficerPostView {
  postId!: string;
  rank!: string | null;
  unit!: string | null;
  command!: string | null;
  /** YYYY-MM-DD; null: before the first day that anybody told */
  from!: string | null;
  /** YYYY-MM-DD: the day before the next; null: it lasts, or was put right */
  until!: string | null;
  /** The post that this one puts right */
  supersedes!: string | null;
  /** False: another put it right */
  standing!: boolean;
  recordedBy!: string;
  recordedAt!: Date;
}

export class OfficerPostsView {
  /** In order of the days; null where that post said nothing of it */
  items!: OfficerPostView[];
}

export class OfficerPostedView {
  postId!: string;
}
