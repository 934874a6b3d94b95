import type { IncidentBasis } from '../rules/post-at-incident.js';
import { IdentificationView } from './case-file-parts.view.js';
import { SealedView } from './sealed.view.js';

export class RepresentationView {
  representationId!: string;
  /** Whom they stand for: a person of the case, or an officer of it */
  personId!: string | null;
  complaintOfficerId!: string | null;
  /** YYYY-MM-DD, as is `until`: the last day; null: until somebody ends it */
  from!: string;
  until!: string | null;
  /** Codes of the charter: what is given to them in that person's place */
  receives!: string[];
  recordedBy!: string;
  endedBy!: string | null;
  endedAt!: string | null;
}

export class PersonInCaseView {
  personId!: string;
  /** Codes of the charter */
  roles!: string[];
  name!: SealedView;
  contact!: SealedView;
  race!: string | null;
  gender!: string | null;
  /** Years */
  ageAtIncident!: number | null;
  injured!: boolean | null;
  /** Of what is noted of them; each edit counts it up, and the former versions are kept */
  version!: number;
  /** Whom they stand for, ended ones too */
  represents!: RepresentationView[];
  endedBy!: string | null;
  /** No longer of the case since then; null: they are */
  endedAt!: string | null;
}

export class OfficerInCaseView {
  complaintOfficerId!: string;
  role!: 'subject' | 'witness';
  /** Null until identified */
  officerId!: string | null;
  name!: string | null;
  badgeNumber!: string | null;
  /** At the incident; may be known of an officer whom nobody can name */
  departmentId!: string | null;
  description!: SealedView;
  rankAtIncident!: string | null;
  unitAtIncident!: string | null;
  commandAtIncident!: string | null;
  /** Where these three are from: somebody told, the posts of that day, or the register as it stood */
  incidentBasis!: IncidentBasis | null;
  /** As the register has it today */
  rankNow!: string | null;
  unitNow!: string | null;
  commandNow!: string | null;
  /** When an unknown officer was identified */
  identifiedAt!: string | null;
  /** Who they were taken for, oldest first */
  identifications!: IdentificationView[];
}
