import type { ReportDraft } from '../../src/use-of-force-report/index.js';

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

/** Lines of JSON, as a records system would send them. */
export function linesOf(reports: readonly unknown[]): string {
  return reports.map((report) => `${JSON.stringify(report)}\n`).join('');
}
