import { describe, expect, it } from '@jest/globals';
import { sampleReport } from '../../../test/use-of-force-report/sample-report.js';
import { genericCharter } from '../../charter/index.js';
import { FAULT_SENTENCES, type FaultCode } from './fault-codes.js';
import { readReport } from './read-report.js';
import { termsOf } from './terms.js';

const terms = termsOf(genericCharter, '2026-06-30');

/** Paths and codes of what is wrong, `path code`. */
function faultsOf(sent: unknown): string[] {
  const read = readReport(sent, terms);
  return 'faults' in read ? read.faults.map(({ path, code }) => `${path} ${code}`) : [];
}

/** The sample with one place of it changed: a JSON pointer, and what to put there (undefined takes it away). */
function withChange(pointer: string, value: unknown): unknown {
  const report = structuredClone(sampleReport()) as unknown as Record<string, unknown>;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop()!;
  const parent = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, report);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return report;
}

/** One sentence a case: where, what is put there, the fault that it makes, and what would have done there instead. */
const CASES: readonly [sentence: string, pointer: string, bad: unknown, code: FaultCode, good: unknown][] = [
  ['a subject is an object', '/subjects/0', 'a man', 'not-an-object', { kind: 'person' }],
  ['a field that is not known is refused', '/colour', 'blue', 'unknown-field', undefined],
  ['an unknown field of an officer is refused', '/officers/0/name', 'Doe', 'unknown-field', undefined],
  ['a report has a number', '/reportNumber', undefined, 'required', 'R-9'],
  ['null is the same as not told', '/incidentNumber', null, 'required', '26-1'],
  ['force has a type', '/force/1/forceType', undefined, 'required', 'strike'],
  ['a county is text', '/county', 7, 'not-text', 'Bergen'],
  ['a county is not blank', '/county', '  ', 'blank', null],
  ['a rank is short', '/officers/0/rank', 'x'.repeat(61), 'too-long', 'x'.repeat(60)],
  ['text has no control characters', '/municipality', 'River\u0007ton', 'unreadable-text', 'River\tton'],
  ['text has no NUL', '/weather/0', 'Ra\0in', 'unreadable-text', 'Rain'],
  ['text has no half characters', '/county', 'a\ud800', 'unreadable-text', 'a\u{1f600}'],
  ['text was not damaged on the way', '/county', 'Caf\ufffd', 'unreadable-text', 'Café'],
  ['a report number is made of letters and digits', '/reportNumber', ' R-1', 'number-form', 'R-1/2026 b'],
  ['a badge number is at most 20 long', '/officers/0/badgeNumber', '1'.repeat(21), 'number-form', '1'.repeat(20)],
  ['a setting is one of three', '/setting', 'outside', 'not-a-choice', 'both'],
  ['a kind of subject is one of four', '/subjects/1/kind', 'dog', 'not-a-choice', 'unknown'],
  ["a race is one of the charter's", '/subjects/0/race', 'purple', 'not-in-charter', 'two_or_more'],
  ["an officer's gender is one of the charter's", '/officers/0/gender', 'M', 'not-in-charter', 'male'],
  ["force is of one of the charter's types", '/force/0/forceType', 'stern look', 'not-in-charter', 'baton'],
  ['an hour is a number', '/occurredHour', '23', 'not-a-whole-number', 0],
  ['an age is whole', '/subjects/0/age', 30.5, 'not-a-whole-number', 120],
  ['an hour lies in the day', '/occurredHour', 24, 'out-of-range', 23],
  ['an officer is not a child', '/officers/0/age', 13, 'out-of-range', 14],
  ['force counts officers from 1', '/force/0/officer', 0, 'out-of-range', 1],
  ['arrested is true or false', '/subjects/0/arrested', 'yes', 'not-yes-or-no', false],
  ['a date is written year first', '/occurredOn', '03/14/2026', 'not-a-date', '2026-03-14'],
  ['a date stands in the calendar', '/occurredOn', '2026-02-30', 'not-a-date', '2024-02-29'],
  ['a date has come', '/occurredOn', '2026-07-01', 'in-the-future', '2026-06-30'],
  ['a date lies in our time', '/occurredOn', '1899-12-31', 'too-long-ago', '1900-01-01'],
  ['injuries are a list', '/subjects/0/injuries', 'Bruise', 'not-a-list', ['Bruise']],
  ['officers are a list', '/officers', { badgeNumber: '1' }, 'not-a-list', [{}, {}]],
  ['there is some force', '/force', [], 'too-few', [{ forceType: 'strike' }]],
  ['a state is one of four', '/subjects/0/age', { state: 'lost' }, 'not-a-state', { state: 'pending' }],
  ['a state stands alone', '/ambush', { state: 'pending', note: 1 }, 'not-a-state', { state: 'unknown_final' }],
  ['what force it was may be pending', '/force/0/forceType', {}, 'not-a-state', { state: 'pending' }],
  ['who an officer is may be pending', '/officers/0/badgeNumber', { state: 1 }, 'not-a-state', { state: 'pending' }],
  ['the number of a report is told', '/reportNumber', { state: 'pending' }, 'not-text', 'R-3'],
  ['the day is told', '/occurredOn', { state: 'pending' }, 'not-a-date', '2026-03-01'],
  ['a latitude is a number', '/latitude', '40.1', 'not-a-number', 40.1],
  ['an agency has nine characters', '/agencyOri', 'nj0010100', 'not-an-ori', 'NJ0010100'],
  ['of other agencies each is right', '/otherAgencies', [{ ori: 'X' }], 'not-an-ori', [{ ori: 'NJ0010200' }]],
  [
    'there are at most 50 applications of force',
    '/force',
    Array.from({ length: 51 }, () => ({ forceType: 'strike' })),
    'too-many',
    Array.from({ length: 50 }, () => ({ forceType: 'strike' })),
  ],
  [
    'a list of words has at most 20',
    '/lighting',
    Array.from({ length: 21 }, (_, i) => `word ${i}`),
    'too-many',
    ['Dawn', 'Fog'],
  ],
];

/** Where the fault is told at another place than the one changed. */
const CROSS_CASES: readonly [
  sentence: string,
  pointer: string,
  bad: unknown,
  fault: `${string} ${FaultCode}`,
  good: unknown,
][] = [
  ['a word is said once', '/weather', ['Rain', 'Fog', 'Rain'], '/weather/2 said-twice', ['Rain', 'Fog']],
  [
    'none is said alone',
    '/subjects/0/conditions',
    ['None', 'Alcohol'],
    '/subjects/0/conditions/0 none-not-alone',
    ['None'],
  ],
  ['the injured have injuries', '/subjects/0/injured', false, '/subjects/0/injuries injuries-without-injury', true],
  [
    'injured officers have injuries',
    '/officers/0/injuries',
    ['Bruise'],
    '/officers/0/injuries injuries-without-injury',
    [],
  ],
  ['an animal has no race', '/subjects/1/race', 'white', '/subjects/1/race not-of-an-animal', null],
  ['an animal is not arrested', '/subjects/1/arrested', false, '/subjects/1/arrested not-of-an-animal', undefined],
  ['an officer is named once', '/officers/1/badgeNumber', '0412', '/officers/1/badgeNumber same-officer-twice', '412'],
  ['force is applied by an officer of the report', '/force/1/officer', 3, '/force/1/officer no-such-officer', 2],
  ['force is applied to a subject of the report', '/force/1/subject', 3, '/force/1/subject no-such-subject', 2],
];

describe('a report is lawful when', () => {
  it.each(CASES)('%s', (_, pointer, bad, code, good) => {
    expect(faultsOf(withChange(pointer, good))).toEqual([]);
    expect(faultsOf(withChange(pointer, bad))).toEqual([expect.stringMatching(`^${pointer}\\S* ${code}$`)]);
  });

  it.each(CROSS_CASES)('%s', (_, pointer, bad, fault, good) => {
    expect(faultsOf(withChange(pointer, good))).toEqual([]);
    expect(faultsOf(withChange(pointer, bad))).toEqual([fault]);
  });

  it('it is told in as few words as are required', () => {
    const told = {
      reportNumber: '1',
      incidentNumber: '1',
      occurredOn: '2026-01-01',
      subjects: [{ kind: 'unknown' }],
      officers: [{}],
      force: [{ forceType: 'other' }],
    };
    expect(faultsOf(told)).toEqual([]);
  });
});

describe('the rules', () => {
  it('fire each: there is no code that no record above calls forth', () => {
    const spoilt = [...CASES, ...CROSS_CASES].map(([, pointer, bad]) => withChange(pointer, bad));
    const fired = new Set(spoilt.flatMap(faultsOf).map((fault) => fault.split(' ')[1]));
    expect(Object.keys(FAULT_SENTENCES).filter((code) => !fired.has(code))).toEqual([]);
  });

  it('tell all faults at once, each with its place and how to mend it', () => {
    const read = readReport({ reportNumber: 'R-1', subjects: [{ kind: 'cat', age: 200 }], force: 3 }, terms);
    expect('faults' in read && read.faults).toEqual(
      expect.arrayContaining([
        { path: '/subjects/0/kind', code: 'not-a-choice', message: 'Use one of: person, animal, unknown, other.' },
        { path: '/subjects/0/age', code: 'out-of-range', message: 'Send a number from 0 to 120.' },
        { path: '/force', code: 'not-a-list', message: 'Send a list here, in square brackets.' },
        { path: '/officers', code: 'required', message: 'Fill this in: a report cannot do without it.' },
      ]),
    );
  });

  it.each([[null], ['text'], [[]], [12], [undefined]])('refuse what is no report at all: %j', (sent) => {
    expect(faultsOf(sent)).toEqual([' not-an-object']);
  });

  it('know no field by the names that every object answers to', () => {
    const sent: unknown = JSON.parse(`{"constructor":1,"__proto__":{"reportNumber":"R"},"toString":2}`);
    expect(faultsOf(sent)).toEqual(
      expect.arrayContaining([
        '/constructor unknown-field',
        '/__proto__ unknown-field',
        '/toString unknown-field',
        '/reportNumber required',
      ]),
    );
  });

  it('tell at most fifty faults, however many there are', () => {
    const sent = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field ${index}`, index]));
    expect(faultsOf(sent)).toHaveLength(50);
  });

  it('escape what a field is called', () => {
    expect(faultsOf(withChange('/subjects/0/kind', 'person') as object)).toEqual([]);
    expect(faultsOf({ ...sampleReport(), 'a/b~c': 1 })).toEqual(['/a~1b~0c unknown-field']);
  });
});
