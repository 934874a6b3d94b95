import { describe, expect, it } from '@jest/globals';
import { beyondSupplement, fieldDiff } from './field-diff.js';

const before = {
  county: 'Essex',
  weather: ['Rain'],
  ambush: { state: 'pending' },
  subjects: [{ kind: 'person', age: 31 }],
  officers: [{ rank: 'Officer' }],
};

describe('what changed between two tellings', () => {
  it.each([
    ['nothing', {}, []],
    ['a value', { county: 'Bergen' }, [['/county', 'Essex', 'Bergen', true]]],
    ['an answer to what was pending', { ambush: false }, [['/ambush', { state: 'pending' }, false, false]]],
    ['what was not told', { lighting: ['Dark'] }, [['/lighting', null, ['Dark'], false]]],
    ['what is left out', { county: null }, [['/county', 'Essex', null, true]]],
    ['a list is one field', { weather: ['Rain', 'Fog'] }, [['/weather', ['Rain'], ['Rain', 'Fog'], true]]],
    ['a field of a person', { subjects: [{ kind: 'person', age: 32 }] }, [['/subjects/0/age', 31, 32, true]]],
    [
      'a person more',
      { officers: [{ rank: 'Officer' }, { rank: 'Sergeant' }] },
      [['/officers/1', null, { rank: 'Sergeant' }, false]],
    ],
    [
      'no value any more, and why',
      { county: { state: 'unknown_final' } },
      [['/county', 'Essex', { state: 'unknown_final' }, true]],
    ],
  ])('%s', (_, over, expected) => {
    const changes = fieldDiff(before, { ...before, ...over });
    const beyond = beyondSupplement(changes);
    expect(changes.map((change) => [change.path, change.before, change.after, beyond.includes(change)])).toEqual(
      expected,
    );
  });
});
