/**
 * The shape of a submission, for those who read the API's description. What is lawful is said once, in the rules, and a
 * single report and a line of a bulk are read by them alike; so nothing here validates.
 */
export class SubjectDto {
  kind!: 'person' | 'animal' | 'unknown' | 'other';
  /** Years, 0 to 120 */
  age?: number | null;
  /** A code of the charter's `people.races` */
  race?: string | null;
  /** A code of the charter's `people.genders` */
  gender?: string | null;
  injured?: boolean | null;
  /** Only beside `injured: true`; at most 20, each at most 60 characters, as are all lists of words */
  injuries?: string[] | null;
  medicalAid?: string[] | null;
  /** As the officer perceived them, e.g. under the influence of alcohol */
  conditions?: string[] | null;
  resistance?: string[] | null;
  actions?: string[] | null;
  arrested?: boolean | null;
}

export class OfficerDto {
  /** The department's own. An officer named by badge is known from then on; without it they stay unknown. */
  badgeNumber?: string | null;
  /** Years, 14 to 100 */
  age?: number | null;
  /** A code of the charter's `people.races` */
  race?: string | null;
  /** A code of the charter's `people.genders` */
  gender?: string | null;
  rank?: string | null;
  inUniform?: boolean | null;
  injured?: boolean | null;
  injuries?: string[] | null;
}

export class ForceDto {
  /** Which of `officers`, counting from 1; null when it is not known who */
  officer?: number | null;
  /** Which of `subjects`, counting from 1; null when it is not known whom */
  subject?: number | null;
  /** A code of the charter's `useOfForce.forceTypes` */
  forceType!: string;
  effective?: boolean | null;
}

export class ReportDto {
  /** The department's own number of this report; it names one report only */
  reportNumber!: string;
  incidentNumber!: string;
  /** YYYY-MM-DD, the day where it happened */
  occurredOn!: string;
  /** 0 to 23 */
  occurredHour?: number | null;
  county?: string | null;
  municipality?: string | null;
  locationType?: string | null;
  setting?: 'indoors' | 'outdoors' | 'both' | null;
  lighting?: string[] | null;
  weather?: string[] | null;
  contactReasons?: string[] | null;
  incidentTypes?: string[] | null;
  /** 1 to 20 */
  subjects!: SubjectDto[];
  /** 1 to 20 */
  officers!: OfficerDto[];
  /** 1 to 50, in the order in which it was applied */
  force!: ForceDto[];
}
