export class IncidentMadeView {
  id!: string;
}

export class IncidentRecommendedView {
  /** Of the recommendation, in the tracker */
  id!: string;
  number!: number;
  /** YYYY-MM-DD */
  answerDueOn!: string;
}

export class IncidentSummaryView {
  id!: string;
  complaintId!: string | null;
  reportId!: string | null;
  occasion!: string;
  /** convened, concluded or dissolved */
  status!: string;
  convenedAt!: Date;
  endedAt!: Date | null;
}

export class IncidentsView {
  items!: IncidentSummaryView[];
}

export class TeamMemberView {
  memberId!: string;
  staffId!: string;
  name!: string;
  role!: string;
  from!: Date;
  /** Null: sits on it now */
  until!: Date | null;
}

export class IncidentFindingView {
  id!: string;
  text!: string;
  recordedAt!: Date;
}

export class IncidentTopicView {
  position!: number;
  topic!: string;
  /** The last one stands. The team's alone until the review is concluded */
  findings!: IncidentFindingView[];
}

export class IncidentView extends IncidentSummaryView {
  team!: TeamMemberView[];
  agenda!: IncidentTopicView[];
  /** Ids in the tracker of policy recommendations */
  recommendations!: string[];
}

export class PrivilegedMaterialView {
  id!: string;
  /** note, statement or document */
  kind!: string;
  topic!: string | null;
  title!: string;
  text!: string;
  url!: string | null;
  addedBy!: string;
  addedAt!: Date;
}

export class PrivilegedMaterialsView {
  items!: PrivilegedMaterialView[];
}
