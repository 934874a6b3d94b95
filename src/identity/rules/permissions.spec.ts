import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { grantsHeld, holdsEverywhere, permissions } from './permissions.js';

/** The written table, cell by cell, as the people who set the roles read it. */
const written = readFileSync('docs/who-may-do-what.md', 'utf8')
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')));
const [head = [], , ...rows] = written;

describe('the table of permissions', () => {
  it('grants what is written, to whom it is written, and in which cases', () => {
    const granted = rows.map(([name = '', ...cells]) => [
      name,
      cells.flatMap((cell, at) => {
        const to = head[at + 1]!;
        if (cell === '') return [];
        const relations = cell.split(', ').map((word) => (word === 'yes' || word === 'own' ? 'any' : word));
        return relations.map((relation) => `${to} ${relation}`);
      }),
    ]);
    const inCode = Object.entries(permissions).map(([name, grants]) => [
      name,
      grants
        .toSorted((one, other) => head.indexOf(one.to) - head.indexOf(other.to))
        .map(({ to, relation }) => `${to} ${relation}`),
    ]);
    expect(inCode).toEqual(granted);
    expect(granted.length).toBeGreaterThan(100);
  });
});

describe('what somebody holds', () => {
  it('is what one of their roles was granted', () => {
    expect(grantsHeld('complaint.read', ['investigator', 'clerk'])).toEqual([
      { to: 'clerk', relation: 'any' },
      { to: 'investigator', relation: 'assigned' },
      { to: 'investigator', relation: 'glass' },
      { to: 'clerk', relation: 'glass' },
    ]);
    expect(grantsHeld('complaint.seal', ['intake'])).toEqual([]);
    expect(grantsHeld('complaint.seal', [])).toEqual([]);
  });

  it('is held everywhere when no relation is asked for', () => {
    expect(holdsEverywhere('complaint.read', ['investigator'])).toBe(false);
    expect(holdsEverywhere('complaint.read', ['investigator', 'clerk'])).toBe(true);
    expect(holdsEverywhere('complaint.read', ['administrator'])).toBe(false);
  });
});
