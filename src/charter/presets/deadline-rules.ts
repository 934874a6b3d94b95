import type { DeadlineRule } from '../rules/deadline-terms.js';

const criminal = {
  code: 'criminal',
  label: 'Criminal investigation or prosecution pending',
  mostDays: null,
  evidence: 'Notice of it, and of its end',
};

/** New York Civil Service Law 75(4): charges are served within 18 months of the incident, crimes apart. */
export const newYork18Months: DeadlineRule = {
  code: 'new_york_18_months',
  label: 'Serve charges',
  authority:
    'New York Civil Service Law 75(4), as the CCRB applies it: 18 months from the incident; not where it is a crime',
  startsOn: 'incident',
  stopsOn: 'charges_served',
  length: { count: 18, unit: 'months' },
  rollsTo: 'same_day',
  tolling: [{ ...criminal, label: 'The conduct is alleged to be a crime' }],
  extensionDays: 0,
  alarmDays: [180, 90, 30],
  consequence: 'No charges may be served.',
};

/** Seattle's Office of Police Accountability: 180 days to investigate. */
export const seattle180Days: DeadlineRule = {
  code: 'seattle_180_days',
  label: 'Finish the investigation',
  authority: "Seattle OPA's manual: 180 days from receipt",
  startsOn: 'received',
  stopsOn: 'findings_drafted',
  length: { count: 180, unit: 'calendar_days' },
  rollsTo: 'same_day',
  tolling: [criminal],
  extensionDays: 60,
  alarmDays: [60, 30, 7],
  consequence: 'No discipline may follow.',
};

/** Chicago's COPA: notice to the complainant within five business days. */
export const copaNotice: DeadlineRule = {
  code: 'copa_5_business_days',
  label: 'Tell the complainant that it has come in',
  authority: "COPA's pages: notice to the complainant within five business days",
  startsOn: 'received',
  stopsOn: 'acknowledged',
  length: { count: 5, unit: 'business_days' },
  rollsTo: 'same_day',
  tolling: [],
  extensionDays: 0,
  alarmDays: [2, 1],
  consequence: 'The delay is reported.',
};

export const copaVideo: DeadlineRule = {
  code: 'copa_60_days_video',
  label: 'Make video and reports public',
  authority: "COPA's pages: within 60 days of a notifiable incident",
  startsOn: 'incident',
  stopsOn: 'video_published',
  length: { count: 60, unit: 'calendar_days' },
  rollsTo: 'same_day',
  tolling: [criminal],
  extensionDays: 30,
  alarmDays: [14, 7],
  consequence: 'The delay is public.',
  appliesTo: { channels: ['force_notification'] },
};

export const copaEighteenMonths: DeadlineRule = {
  code: 'copa_18_months',
  label: 'Conclude the investigation',
  authority: "COPA's timeliness initiative: 18 months",
  startsOn: 'received',
  stopsOn: 'findings_drafted',
  length: { count: 18, unit: 'months' },
  rollsTo: 'same_day',
  tolling: [criminal],
  extensionDays: 180,
  alarmDays: [180, 90, 30],
  consequence: 'The complainant and the officer are told why it takes longer.',
};

/** California Government Code 3304(d)(2): what stops the year, one ground a paragraph. */
export const california3304: DeadlineRule = {
  code: 'california_3304d',
  label: 'Finish the investigation and notify the officer',
  authority:
    'California Government Code 3304(d): one year from discovery by a person authorised to initiate an investigation',
  startsOn: 'discovered',
  stopsOn: 'officer_notified',
  length: { count: 1, unit: 'years' },
  rollsTo: 'same_day',
  tolling: [
    {
      code: 'criminal',
      label: 'Criminal investigation or prosecution pending',
      mostDays: null,
      evidence: 'Notice of the criminal investigation or charges, and of its end',
    },
    { code: 'waiver', label: 'The officer waives the limit in writing', mostDays: null, evidence: 'The signed waiver' },
    {
      code: 'several_jurisdictions',
      label: 'Investigation of several jurisdictions',
      mostDays: null,
      evidence: 'Why co-ordination needs the time',
    },
    {
      code: 'several_employees',
      label: 'More than one employee',
      mostDays: null,
      evidence: 'Why the extension is reasonable',
    },
    {
      code: 'incapacitated',
      label: 'The employee is incapacitated or unavailable',
      mostDays: null,
      evidence: 'Medical or personnel notice, from and until',
    },
    {
      code: 'civil_suit',
      label: 'Civil suit in which the officer is a defendant',
      mostDays: null,
      evidence: 'The filed complaint, and its end',
    },
    {
      code: 'complainant_defendant',
      label: 'The complainant is a criminal defendant',
      mostDays: null,
      evidence: 'The charges, and the end of the case',
    },
    {
      code: 'workers_compensation',
      label: "Alleged workers' compensation fraud",
      mostDays: null,
      evidence: 'The allegation',
    },
  ],
  extensionDays: 0,
  alarmDays: [90, 30, 7],
  consequence: 'No punitive action may follow.',
};
