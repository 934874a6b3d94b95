import { agencies, choice, day, decimal, numberOf, numbersOf, ori, text, whole, words, yesNo } from './element.js';
import { fieldTable } from './field-table.js';

export const SETTINGS = ['indoors', 'outdoors', 'both'] as const;
export type Setting = (typeof SETTINGS)[number];

const OTHER_AGENCY = fieldTable(
  { ori: ori('The other agency'), caseNumber: numberOf(40, "The other agency's own case number") },
  [],
);

/** What is said once of an incident, besides its people and the force between them. */
export const INCIDENT_ELEMENTS = {
  reportNumber: numberOf(40, "The department's own number of this report; it names one report only"),
  incidentNumber: numberOf(40, "The department's own number of the incident"),
  occurredOn: day('YYYY-MM-DD, the day where it happened'),
  occurredHour: whole(0, 23, 'The hour in which it happened, 0 to 23'),
  occurredMinute: whole(0, 59, 'The minute in which it happened'),
  timePrecision: choice(['exact', 'estimated', 'unknown'], 'How well the time is known'),
  reportedOn: day('The day on which the agency learnt of it'),
  agencyOri: ori("The reporting agency's ORI, where it is not the department's own"),
  callNumber: text(40, 'The number of the call for service'),
  address: text(200, 'The street address; it is never released'),
  municipality: text(100, 'The municipality'),
  county: text(100, 'The county'),
  stateCode: text(2, 'The state, by its two postal letters'),
  zip: text(10, 'The postal code'),
  latitude: decimal(-90, 90, 'Degrees north; it is never released'),
  longitude: decimal(-180, 180, 'Degrees east; it is never released'),
  locationType: text(60, 'The one kind of place that fits best'),
  setting: choice(SETTINGS, 'Within doors or without'),
  multipleLocations: yesNo('It went on at more than one place'),
  onSchoolGrounds: yesNo('On the grounds of a school, kindergarten to twelfth grade'),
  lighting: words('The light'),
  weather: words('The weather'),
  contactReasons: words('Why the contact began'),
  incidentTypes: words('What kind of incident it was'),
  plannedContact: words('What was planned, where the contact was planned'),
  inCustodyReason: text(60, 'What kind of custody, where it happened in custody'),
  offences: words('The most serious offences, by their NIBRS codes'),
  callForService: yesNo('It began with a call for service'),
  ambush: yesNo('The officers were ambushed'),
  approached: yesNo('An officer approached the subject'),
  supervisorConsulted: yesNo('A supervisor or senior officer was present or consulted at any point'),
  arrestMade: yesNo('Somebody was arrested'),
  crimeReportFiled: yesNo('A crime report was filed'),
  officersTotal: whole(1, 1000, 'How many officers applied force, those of other agencies too'),
  officersOwn: whole(1, 1000, 'How many of them are of the reporting agency'),
  subjectsTotal: whole(1, 1000, 'On how many subjects force was used'),
  otherAgenciesUsedForce: yesNo('Officers of other agencies used force too'),
  otherAgencies: agencies(OTHER_AGENCY, 20, 'Those agencies'),
  nibrsIncidentNumbers: numbersOf(20, 'Numbers of the crime reports of the same incident'),
  videoRecorded: yesNo('There is a recording'),
  videoSources: words('What recorded it'),
  level: text(60, "The highest level of force by the department's own policy"),
  investigationEndedOn: day('The day on which the investigation of it ended'),
};
