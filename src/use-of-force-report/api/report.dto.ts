import { FORCE_ELEMENTS } from '../rules/force-elements.js';
import { INCIDENT_ELEMENTS } from '../rules/incident-elements.js';
import { OFFICER_ELEMENTS } from '../rules/officer-elements.js';
import { SUBJECT_ELEMENTS } from '../rules/subject-elements.js';
import { Describes } from './describes.js';

/*
 * The shape of a submission, for those who read the API's description, drawn from the tables of elements by which it is
 * read. What is lawful is said once, in the rules, and a single report and a line of a bulk are read by them alike; so
 * nothing here validates.
 */

@Describes(SUBJECT_ELEMENTS, { fixed: ['kind'] })
export class SubjectDto {}

@Describes(OFFICER_ELEMENTS)
export class OfficerDto {}

@Describes(FORCE_ELEMENTS, { told: ['forceType'] })
export class ForceDto {}

@Describes(INCIDENT_ELEMENTS, { fixed: ['reportNumber', 'incidentNumber', 'occurredOn'] })
export class ReportDto {
  /** 1 to 20 */
  subjects!: SubjectDto[];
  /** 1 to 20 */
  officers!: OfficerDto[];
  /** 1 to 50, in the order in which it was applied */
  force!: ForceDto[];
}
