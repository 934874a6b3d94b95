import type { ReportDraft } from '../../src/use-of-force-report/index.js';
import type { Element, Elements } from '../../src/use-of-force-report/rules/element.js';
import { FORCE_ELEMENTS } from '../../src/use-of-force-report/rules/force-elements.js';
import { INCIDENT_ELEMENTS } from '../../src/use-of-force-report/rules/incident-elements.js';
import { OFFICER_ELEMENTS } from '../../src/use-of-force-report/rules/officer-elements.js';
import { SUBJECT_ELEMENTS } from '../../src/use-of-force-report/rules/subject-elements.js';

/** A report that every rule passes, with every field told. Each call gives a new one, to be changed at will. */
export function sampleReport(reportNumber = 'R-1', over: Partial<ReportDraft> = {}): ReportDraft {
  return {
    reportNumber,
    incidentNumber: '26-004711',
    occurredOn: '2026-03-14',
    occurredHour: 23,
    county: 'Atlantic',
    municipality: 'Riverton',
    locationType: 'Street',
    setting: 'outdoors',
    lighting: ['Artificial'],
    weather: ['Rain'],
    contactReasons: ['Traffic stop'],
    incidentTypes: ['Suspicious person'],
    subjects: [
      {
        kind: 'person',
        age: 31,
        race: 'black',
        gender: 'male',
        injured: true,
        injuries: ['Abrasion', 'Bruise'],
        medicalAid: ['EMS at the scene'],
        conditions: ['Alcohol'],
        resistance: ['Active resistor'],
        actions: ['Push or shove'],
        arrested: true,
      },
      { kind: 'animal', injured: false },
    ],
    officers: [
      {
        badgeNumber: '0412',
        age: 35,
        race: 'white',
        gender: 'female',
        rank: 'Sergeant',
        inUniform: true,
        injured: false,
        injuries: [],
      },
      { rank: 'Officer' },
    ],
    force: [
      { officer: 1, subject: 1, forceType: 'take_down', effective: false },
      { officer: 2, subject: 1, forceType: 'electronic_control', effective: true },
      { officer: null, subject: 2, forceType: 'other', effective: null },
    ],
    ...over,
  };
}

/** A report with every element that there is: most of them answered, some in each of the states. */
export function fullReport(reportNumber = 'R-FULL'): ReportDraft {
  const states = (['pending', 'unknown_final', 'not_applicable', 'not_asked'] as const).map((state) => ({ state }));
  let told = 0;
  const answerTo = ({ form }: Element<unknown>): unknown => {
    if (told++ % 5 === 4) return states[(told / 5 - 1) % 4];
    if (form.kind === 'text') return form.most === 9 ? 'NJ0010200' : 'NJ';
    if (form.kind === 'choice') return form.choices[0];
    if (form.kind === 'number') return form.least + 1;
    if (form.kind === 'yes-or-no') return told % 2 === 0;
    if (form.kind === 'day') return '2026-03-14';
    if (form.kind === 'agencies') return [{ ori: 'NJ0010200', caseNumber: '26-1' }];
    if (form.kind === 'words') return ['one', 'two'];
    const code = { races: 'black', genders: 'male', forceTypes: 'strike' }[form.vocabulary];
    return form.list ? [code] : code;
  };
  const all = (elements: Elements): Record<string, unknown> =>
    Object.fromEntries(Object.entries(elements).map(([name, element]) => [name, answerTo(element)]));
  const person = { injured: true };
  return {
    ...all(INCIDENT_ELEMENTS),
    ...{ reportNumber, incidentNumber: '26-1', occurredOn: '2026-03-14' },
    subjects: [{ ...all(SUBJECT_ELEMENTS), ...person, kind: 'person' }],
    officers: [{ ...all(OFFICER_ELEMENTS), ...person, badgeNumber: '77' }],
    force: [{ ...all(FORCE_ELEMENTS), officer: 1, subject: 1, forceType: { state: 'pending' } }],
  };
}

/** Lines of JSON, as a records system would send them. */
export function linesOf(reports: readonly unknown[]): string {
  return reports.map((report) => `${JSON.stringify(report)}\n`).join('');
}
