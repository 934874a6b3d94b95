import { describe, expect, it } from '@jest/globals';
import { compileCondition } from './condition.js';
import type { Condition, Scope } from './profile-document.js';

const report = {
  occurredOn: '2026-03-14',
  officersTotal: 2,
  ambush: { state: 'pending' },
  county: null,
  contactReasons: ['Traffic Stop', 'other'],
  lighting: [],
  subjects: [
    { kind: 'person', age: 31, injuries: ['Gunshot wound', 'Bruise'] },
    { kind: 'animal', injuries: { state: 'unknown_final' } },
  ],
  officers: [{ badgeNumber: '1', onDuty: true }, { onDuty: false }],
  force: [
    { officer: 1, subject: 1, forceType: 'baton' },
    { officer: 2, subject: 1, forceType: 'strike' },
    { officer: 9, subject: null, forceType: 'canine' },
  ],
};
const facts = { today: '2026-03-20', sameIncident: ['R-2'] };
const sets = { sticks: ['baton', 'flashlight'] };

function holds(condition: Condition, scope: Scope = 'incident', index = 0): boolean {
  const item = scope === 'incident' ? report : report[scope][index]!;
  return compileCondition(condition, scope, sets)(item, index, { report, facts });
}

/** One sentence a case; what follows is one that holds and one that does not. */
const INCIDENT: readonly [sentence: string, yes: Condition, no: Condition][] = [
  ['a value equals another', { at: 'officersTotal', equals: 2 }, { at: 'officersTotal', equals: 3 }],
  ['a number is no word', { at: 'officersTotal', equals: 2 }, { at: 'officersTotal', equals: '2' }],
  ['a word of a list equals another', { at: 'contactReasons', equals: 'other' }, { at: 'contactReasons', equals: 'x' }],
  [
    'words are the same however written',
    { at: 'contactReasons', in: ['traffic_stop'] },
    { at: 'contactReasons', in: ['traffic'] },
  ],
  ['a state is no value', { at: 'ambush', state: 'pending' }, { at: 'ambush', equals: 'pending' }],
  ['null counts as not asked', { at: 'county', state: 'not_asked' }, { at: 'county', present: true }],
  [
    'what is left out counts as not asked',
    { at: 'weather', state: ['pending', 'not_asked'] },
    { at: 'weather', state: 'pending' },
  ],
  ['a state is no answer', { at: 'ambush', present: false }, { at: 'ambush', present: true }],
  ['an empty list is no answer', { at: 'lighting', present: false }, { at: 'lighting', present: true }],
  [
    'one of several places will do',
    { at: ['county', 'occurredOn'], present: true },
    { at: ['county', 'weather'], present: true },
  ],
  [
    'none of several places is answered',
    { at: ['county', 'weather'], present: false },
    { at: ['county', 'occurredOn'], present: false },
  ],
  [
    'all hold',
    {
      all: [
        { at: 'ambush', present: false },
        { at: 'county', present: false },
      ],
    },
    {
      all: [
        { at: 'ambush', present: false },
        { at: 'county', present: true },
      ],
    },
  ],
  [
    'any holds',
    {
      any: [
        { at: 'ambush', present: true },
        { at: 'county', present: false },
      ],
    },
    { any: [{ at: 'ambush', present: true }] },
  ],
  ['one does not hold', { not: { at: 'ambush', present: true } }, { not: { at: 'ambush', present: false } }],
  [
    'anybody of a list',
    { at: '/subjects/each/kind', equals: 'animal' },
    { at: '/subjects/each/kind', equals: 'other' },
  ],
  [
    'everybody of a list',
    { each: 'officers', must: { at: 'onDuty', present: true } },
    { each: 'officers', must: { at: 'onDuty', equals: true } },
  ],
  [
    'somebody of a list',
    { some: 'officers', where: { at: 'onDuty', equals: false } },
    { some: 'officers', where: { at: 'onDuty', equals: 'no' } },
  ],
  ['how many there are', { at: '/subjects', count: { least: 2, most: 2 } }, { at: '/subjects', count: { most: 1 } }],
  [
    'how many words there are, of all',
    { at: '/subjects/each/injuries', count: { least: 2, most: 2 } },
    { at: '/subjects/each/injuries', count: { least: 3 } },
  ],
  [
    'a number beside a number',
    { at: 'officersTotal', compare: '>=', to: 2 },
    { at: 'officersTotal', compare: '!=', to: 2 },
  ],
  [
    'a number beside a count',
    { at: 'officersTotal', compare: '=', to: { count: '/officers' } },
    { at: 'officersTotal', compare: '=', to: { count: '/force' } },
  ],
  [
    'a day beside a day',
    { at: 'occurredOn', compare: '<=', to: { at: '@today' } },
    { at: 'occurredOn', compare: '>', to: { at: '@today' } },
  ],
  [
    'what is not there is not compared',
    { at: 'weather', compare: '>', to: 5 },
    { at: 'officersTotal', compare: '>', to: 5 },
  ],
  [
    'days between',
    { function: 'days-between', from: 'occurredOn', to: '@today', most: 6 },
    { function: 'days-between', from: 'occurredOn', to: '@today', most: 5 },
  ],
  ['what is known besides', { at: '@sameIncident', count: { least: 1 } }, { at: '@zeroReport', present: true }],
];

describe('a condition says yes or no of an incident:', () => {
  it.each(INCIDENT)('%s', (_, yes, no) => {
    expect([holds(yes), holds(no)]).toEqual([true, false]);
  });
});

describe('a condition follows links:', () => {
  const used: Condition = { at: 'force/each/forceType', in: { set: 'sticks' } };

  it('from a subject and from an officer to the force between them', () => {
    expect([holds(used, 'subjects', 0), holds(used, 'subjects', 1)]).toEqual([true, false]);
    expect([holds(used, 'officers', 0), holds(used, 'officers', 1)]).toEqual([true, false]);
    expect(holds({ at: 'force/each/forceType', count: { least: 2, most: 2 } }, 'subjects', 0)).toBe(true);
  });

  it('from the force to the two between whom it was, where they are known', () => {
    const named: Condition = { at: 'officer/badgeNumber', present: true };
    expect([0, 1, 2].map((index) => holds(named, 'force', index))).toEqual([true, false, false]);
    const person: Condition = { at: 'subject/kind', equals: 'person' };
    expect([0, 2].map((index) => holds(person, 'force', index))).toEqual([true, false]);
  });
});
