import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENCY_FUNCTIONS } from '../../src/charter/rules/casework-terms.js';
import { charterDiff } from '../../src/charter/rules/charter-diff.js';
import { charterFaults } from '../../src/charter/rules/charter-faults.js';
import * as charters from '../support/agency-charters.js';

/** The charter's own words and checks, the only code that may say what an agency is for. */
const CHARTER = /^src\/charter\/(rules|presets)\//;
/** Words of agencies that mean nothing else here; `review`, `audit` and `appeals` are things that people do as well. */
const KINDS = AGENCY_FUNCTIONS.filter((each) => !['review', 'audit', 'appeals'].includes(each)).join('|');
const BRANCH = new RegExp(
  `agency\\??\\.functions|AGENCY_FUNCTIONS|AgencyFunction|\\bfunctions\\b.*includes|['"\`](${KINDS})['"\`]`,
);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => path.endsWith('.ts') && !CHARTER.test(path));
const branches = (path: string, text: string): string[] =>
  text.split('\n').flatMap((line, at) => (BRANCH.test(line) ? [`${path}:${at + 1}`] : []));

describe('the kind of an agency', () => {
  it('is nothing that code asks: agencies differ by their charters alone', () => {
    expect(sources.length).toBeGreaterThan(900);
    expect(sources.flatMap((path) => branches(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    "if (charter.agency.functions.includes('audit')) return null;",
    'const { functions } = agency; const audits = functions.includes(kind);',
    "const board = kind === 'adjudicative';",
  ])('would be found if it were asked (planted): %s', (line) => {
    expect(branches('src/planted.ts', line)).toEqual(['src/planted.ts:1']);
  });

  it('is data in the four charters of the journeys: plain JSON that holds together, each unlike the others', () => {
    const all = Object.values(charters);
    expect(all).toHaveLength(4);
    for (const charter of all) {
      expect(JSON.parse(JSON.stringify(charter))).toEqual(charter);
      expect(charterFaults(charter)).toEqual([]);
      for (const other of all.filter((each) => each !== charter))
        expect(charterDiff(charter, other).map(({ path }) => path)).toContainEqual(expect.stringMatching(/^.agency/));
    }
  });
});
