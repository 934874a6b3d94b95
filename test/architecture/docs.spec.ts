import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { permissionsPage } from '../../src/cli/permissions.page.js';
import { STATUS_MACHINES, statusMachinesPage } from '../../src/cli/status-machines.page.js';
import { COMPLAINT_MOVES } from '../../src/complaint/rules/complaint-status.js';
import { pathsThatAreNotThere } from './paths-in-docs.js';

const pages = ['README.md', ...globSync('docs/**/*.md')].sort();
const way = readFileSync('docs/the-way-of-the-data.md', 'utf8');

/** Lines like `filed → accepted, declined`, as they stand below the heading. */
function movesIn(text: string, heading: string): Record<string, string[]> {
  const drawn = text.split(`### ${heading}\n`)[1]?.split('```')[1] ?? '';
  const lines = drawn.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [from = '', to = ''] = line.split('→').map((part) => part.trim());
      return [from, to === '(end)' ? [] : to.split(', ')];
    }),
  );
}

describe('the documentation', () => {
  it.each(pages)('names only files that are there: %s', (page) => {
    expect(pathsThatAreNotThere(readFileSync(page, 'utf8'))).toEqual([]);
  });

  it('names many of them where it follows the data', () => {
    expect(way.match(/`src\/[^`]+`/g)?.length).toBeGreaterThan(80);
  });

  it('is found out when it names a file that is not there (planted)', () => {
    const planted =
      'See `src/complaint/actions/file-complaint.ts`, src/complaint/actions/planted.ts and test/planted/*.ts.';
    expect(pathsThatAreNotThere(planted)).toEqual(['src/complaint/actions/planted.ts', 'test/planted/*.ts']);
  });

  it('draws the moves of a complaint as the code has them', () => {
    expect(movesIn(way, 'A complaint')).toEqual(COMPLAINT_MOVES);
  });

  it('is found out when it draws a move that the code has not (planted)', () => {
    const planted = way.replace('expunged         → (end)', 'expunged         → filed');
    expect(movesIn(planted, 'A complaint')).not.toEqual(COMPLAINT_MOVES);
  });

  it('draws every status machine as the code has it', () => {
    expect(readFileSync('docs/status-machines.md', 'utf8')).toBe(statusMachinesPage());
  });

  it('is found out when a machine has moved on (planted)', () => {
    const [first, ...others] = STATUS_MACHINES;
    const planted = { ...first!, moves: { ...first!.moves, withdrawn: ['filed'] } };
    expect(readFileSync('docs/status-machines.md', 'utf8')).not.toBe(statusMachinesPage([planted, ...others]));
  });

  // ASVS 5.0: V8.1.1
  it('says who may do what as the guard has it', () => {
    expect(readFileSync('docs/who-may-do-what.md', 'utf8')).toBe(permissionsPage());
  });

  it('draws each table of moves that there is', () => {
    const tables = globSync('src/**/rules/*.ts').flatMap(
      (path) => readFileSync(path, 'utf8').match(/export const \w+_MOVES\b/g) ?? [],
    );
    expect(STATUS_MACHINES).toHaveLength(tables.length);
  });
});
