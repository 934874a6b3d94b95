import type { ReportDraft } from '../../src/use-of-force-report/index.js';

const RACES = ['black', 'white', 'hispanic', 'asian'];
const FORCE = ['take_down', 'strike', 'electronic_control', 'restraining_hold', 'chemical_agent'];
const PLACES = ['Riverton', 'Lakeside', 'Hilltop', 'Seaside', 'Forest', 'Desert', 'Canyon', 'Prairie'];

/** A generator of numbers that a seed settles (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reports of a large department over some years, a kilobyte of JSON each, as a records system fills them in; the same for a seed. */
export function reportOf(number: number, prefix: string, random: () => number): ReportDraft {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const yesNo = (share: number): boolean => random() < share;
  const day = new Date(Date.UTC(2018, 0, 1) + Math.floor(random() * 2900) * 86_400_000).toISOString().slice(0, 10);
  const injured = yesNo(0.2);
  return {
    reportNumber: `${prefix}-${number}`,
    incidentNumber: `I${prefix}-${number}`,
    occurredOn: day,
    occurredHour: Math.floor(random() * 24),
    county: 'Atlantic',
    municipality: pick(PLACES),
    locationType: pick(['Street', 'Residence', 'Business']),
    setting: pick(['indoors', 'outdoors']),
    lighting: [pick(['Daylight', 'Artificial', 'Darkness'])],
    weather: [pick(['Clear', 'Rain', 'Cloudy'])],
    contactReasons: [pick(['Dispatched', 'Officer initiated'])],
    incidentTypes: [pick(['Disturbance', 'Domestic', 'Suspicious person', 'Traffic stop'])],
    ambush: false,
    approached: yesNo(0.9),
    supervisorConsulted: yesNo(0.2),
    videoRecorded: yesNo(0.8),
    officersTotal: 1,
    officersOwn: 1,
    subjectsTotal: 1,
    subjects: [
      {
        kind: 'person',
        age: 16 + Math.floor(random() * 60),
        race: pick(RACES),
        gender: yesNo(0.8) ? 'male' : 'female',
        injured,
        ...(injured
          ? { injuries: ['Abrasion'], injuryLevel: 'injury' as const, medicalAid: ['EMS at the scene'] }
          : {}),
        conditions: [pick(['Alcohol', 'Potential mental health', 'None'])],
        resisted: true,
        resistance: [pick(['Active resistor', 'Passive resistor'])],
        actions: ['Push or shove'],
        perceivedArmed: yesNo(0.1),
        arrested: yesNo(0.6),
      },
    ],
    officers: [
      {
        badgeNumber: String(1000 + Math.floor(random() * 900)),
        age: 22 + Math.floor(random() * 40),
        race: pick(RACES),
        gender: yesNo(0.85) ? 'male' : 'female',
        rank: pick(['Officer', 'Sergeant']),
        inUniform: true,
        onDuty: true,
        injured: false,
        yearsOfService: Math.floor(random() * 25),
        dischargedFirearm: false,
      },
    ],
    force: [{ officer: 1, subject: 1, forceType: pick(FORCE), effective: yesNo(0.7) }],
  };
}

const AT_ONCE = 200;

/** The same as lines of JSON, some hundreds at a time. */
export function* linesOfReports(count: number, prefix: string, seed: number): Generator<Buffer> {
  const random = seeded(seed);
  for (let from = 0; from < count; from += AT_ONCE) {
    const lines = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) =>
      JSON.stringify(reportOf(from + index + 1, prefix, random)),
    );
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
}
