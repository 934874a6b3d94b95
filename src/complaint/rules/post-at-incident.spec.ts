import { describe, expect, it } from '@jest/globals';
import { postAtIncident } from './post-at-incident.js';

const known = { rank: 'Officer', unit: 'Patrol', command: null, fromPosts: true };

describe('what an officer was at the incident', () => {
  it.each([
    ['is on record, in the posts', {}, known, ['Officer', 'Patrol', null, 'posts']],
    [
      'is what the register says when it has no posts',
      {},
      { ...known, fromPosts: false },
      ['Officer', 'Patrol', null, 'register'],
    ],
    [
      'is what was told, and the record for the rest',
      { commandAtIncident: '75th' },
      known,
      ['Officer', 'Patrol', '75th', 'told'],
    ],
    [
      'is told of an officer whom nobody can name',
      { unitAtIncident: 'Transit' },
      null,
      [null, 'Transit', null, 'told'],
    ],
    ['is not known of one of whom nothing is', {}, null, [null, null, null, null]],
  ] as const)('%s', (_rule, told, record, expected) => {
    const { rank, unit, command, basis } = postAtIncident(told, record);
    expect([rank, unit, command, basis]).toEqual(expected);
  });
});
