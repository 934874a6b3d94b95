import type { Part } from '../mapping.js';

export interface ElementPlace {
  part: Part | 'incident';
  name: string;
}

/** A piece of a heading as it is written, and the one word that it stands for here. */
const SAME: Readonly<Record<string, string>> = {
  ...{
    off: 'officer',
    ofc: 'officer',
    ofcr: 'officer',
    member: 'officer',
    deputy: 'officer',
    trooper: 'officer',
    po: 'officer',
  },
  ...{ employee: 'officer', subj: 'subject', sub: 'subject', cit: 'subject', citizen: 'subject', civilian: 'subject' },
  ...{
    suspect: 'subject',
    arrestee: 'subject',
    offender: 'subject',
    victim: 'subject',
    person: 'subject',
    individual: 'subject',
  },
  ...{
    num: 'number',
    '#': 'number',
    no: 'number',
    nbr: 'number',
    id: 'number',
    key: 'number',
    filenum: 'number',
    sex: 'gender',
  },
  ...{ ethnicity: 'race', ethn: 'race', dt: 'date', datetime: 'date', day: 'date', occurred: 'date', hour: 'time' },
  ...{ injure: 'injured', injury: 'injured', injuries: 'injured', arrested: 'arrest', uof: 'force', r2r: 'force' },
  ...{ town: 'city', municipality: 'city', weapon: 'force', tactic: 'force', technique: 'force', yrs: 'years' },
};

/** What a heading, in these words, is about: the first that fits. `officer` and `subject` say whose it is. */
const PLACES: readonly (readonly [RegExp, ElementPlace])[] = [
  [/officer.*(badge|number)|^badge|^current ba$/, { part: 'officers', name: 'badgeNumber' }],
  [/officer.*age\b/, { part: 'officers', name: 'age' }],
  [/officer.*race/, { part: 'officers', name: 'race' }],
  [/officer.*gender/, { part: 'officers', name: 'gender' }],
  [/\brank\b|officer.*title/, { part: 'officers', name: 'rank' }],
  [/years.*service|tenure/, { part: 'officers', name: 'yearsOfService' }],
  [/uniform/, { part: 'officers', name: 'inUniform' }],
  [/on duty/, { part: 'officers', name: 'onDuty' }],
  [/officer.*injured.*(type|kind|desc)/, { part: 'officers', name: 'injuries' }],
  [/officer.*(treat|medical|hospital)/, { part: 'officers', name: 'medicalAid' }],
  [/officer.*injured/, { part: 'officers', name: 'injured' }],
  [/officer.*(unit|division|organization|assign)|^unit$|^division$/, { part: 'officers', name: 'unit' }],
  [/subject.*injured.*(prior|before)/, { part: 'subjects', name: 'injuredBefore' }],
  [/subject.*injured.*(type|kind|desc)|^injured type/, { part: 'subjects', name: 'injuries' }],
  [/total.*injured/, { part: 'incident', name: '' }],
  [/subject.*injured|^injured/, { part: 'subjects', name: 'injured' }],
  [/subject.*(treat|medical|hospital)|^medical/, { part: 'subjects', name: 'medicalAid' }],
  [/resistance/, { part: 'subjects', name: 'resistance' }],
  [/subject.*(action|conduct|behavio)/, { part: 'subjects', name: 'actions' }],
  [/condition.*subject|subject.*(condition|influen|impair|infl)|perceived/, { part: 'subjects', name: 'conditions' }],
  [/charge/, { part: 'subjects', name: 'charges' }],
  [/not arrest/, { part: 'subjects', name: 'notArrestedReason' }],
  [/arrest/, { part: 'subjects', name: 'arrested' }],
  [/subject.*(type|kind)/, { part: 'subjects', name: 'kind' }],
  [/\bage\b/, { part: 'subjects', name: 'age' }],
  [/\brace\b/, { part: 'subjects', name: 'race' }],
  [/\bgender\b/, { part: 'subjects', name: 'gender' }],
  [/force.*(effec)|effective/, { part: 'force', name: 'effective' }],
  [/force.*level|^level/, { part: 'incident', name: 'level' }],
  [/force.*reason|reason.*force|^reason/, { part: 'officers', name: 'forceReasons' }],
  [/force.*(number)/, { part: 'incident', name: 'reportNumber' }],
  [/force.*(type|kind|used|desc)|type.*force|^force( \d| n)?$/, { part: 'force', name: 'forceType' }],
  [
    /(report|form|file|record|primary).*number|^number$|^rin$|^object ?number$/,
    { part: 'incident', name: 'reportNumber' },
  ],
  [/(incident|case|event|cad|call|complaint).*number/, { part: 'incident', name: 'incidentNumber' }],
  [/time/, { part: 'incident', name: 'occurredHour' }],
  [/\bdate\b/, { part: 'incident', name: 'occurredOn' }],
  [/\bcity\b/, { part: 'incident', name: 'municipality' }],
  [/\bcounty\b/, { part: 'incident', name: 'county' }],
  [/\bzip\b|postal/, { part: 'incident', name: 'zip' }],
  [/^lat(itude)?$/, { part: 'incident', name: 'latitude' }],
  [/^(lon|lng|long|longitude)$/, { part: 'incident', name: 'longitude' }],
  [/location type|premise|place type/, { part: 'incident', name: 'locationType' }],
  [/address|^location$|^block/, { part: 'incident', name: 'address' }],
  [/indoor|setting/, { part: 'incident', name: 'setting' }],
  [/light/, { part: 'incident', name: 'lighting' }],
  [/weather/, { part: 'incident', name: 'weather' }],
  [/video type/, { part: 'incident', name: 'videoSources' }],
  [/video|body ?cam|bwc/, { part: 'incident', name: 'videoRecorded' }],
  [/planned/, { part: 'incident', name: 'plannedContact' }],
  [/contact|service type|service ty/, { part: 'incident', name: 'contactReasons' }],
  [/incident type|call type|nature/, { part: 'incident', name: 'incidentTypes' }],
];

/** A heading in plain words, each the one that stands for all of its kind: `OffSex` is `officer gender`. */
export function headingWords(heading: string): string {
  const pieces = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+|\{n\}|\d+|#/g);
  return (pieces ?? []).map((piece) => SAME[piece] ?? piece).join(' ');
}

/** What the column is probably about; null: nobody knows. */
export function elementOf(heading: string): ElementPlace | null {
  const words = headingWords(heading);
  const [, place] = PLACES.find(([pattern]) => pattern.test(words)) ?? [];
  return place === undefined || place.name === '' ? null : place;
}

/** A column that says which agency it was. */
export function isDepartment(heading: string): boolean {
  return /agency|^department|^dept|jurisdiction/.test(headingWords(heading));
}
