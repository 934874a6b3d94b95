import { describe, expect, it } from '@jest/globals';
import type { OfficerIdentity, OfficerTerms } from '../../charter/index.js';
import { hidesOfficers, officerPolicy, showsOfficers } from './officer-policy.js';

const terms = (identity: OfficerIdentity, ...others: OfficerIdentity[]): OfficerTerms => ({
  identity,
  exceptions: others.map((each) => ({ identity: each, authority: '§ 1', outcomes: ['sustained'] })),
});

describe('the terms on officers', () => {
  it.each([
    ['named', 'Officers are named.'],
    ['stable-pseudonym', 'Officers have a pseudonym that is the same in every release.'],
    ['release-pseudonym', 'Officers have a pseudonym of this release, or its epoch, alone.'],
    ['absent', 'Officers are not shown.'],
  ] as const)('say in words that officers are %s', (identity, words) => {
    expect(officerPolicy(terms(identity))).toEqual([words]);
  });

  it('say of each exception when it holds, and by what right', () => {
    const said = officerPolicy({
      identity: 'absent',
      exceptions: [
        {
          identity: 'named',
          authority: 'Code § 12',
          outcomes: ['sustained', 'exonerated'],
          ranks: ['chief', 'captain'],
          forceTypes: ['firearm', 'taser'],
          from: '2020-01-01',
          until: '2024-12-31',
        },
        { identity: 'stable-pseudonym', authority: '§ 13', from: '2025-01-01' },
        { identity: 'absent', authority: '§ 14', until: '2019-12-31' },
      ],
    });
    expect(said).toEqual([
      'Officers are not shown.',
      'Where the finding is sustained or exonerated and the rank is chief or captain and the force is firearm or taser and it happened on 2020-01-01 or later and it happened on 2024-12-31 or before: officers are named. (Code § 12)',
      'Where it happened on 2025-01-01 or later: officers have a pseudonym that is the same in every release. (§ 13)',
      'Where it happened on 2019-12-31 or before: officers are not shown. (§ 14)',
    ]);
  });

  it.each([
    ['named', [], true, false],
    ['stable-pseudonym', [], true, false],
    ['release-pseudonym', [], false, false],
    ['absent', [], false, true],
    ['absent', ['absent'], false, true],
    ['absent', ['release-pseudonym'], false, false],
    ['absent', ['named'], true, false],
    ['release-pseudonym', ['absent', 'stable-pseudonym'], true, false],
  ] as const)('%s, but %j: told apart %j, never shown %j', (identity, others, shown, hidden) => {
    expect(showsOfficers(terms(identity, ...others))).toBe(shown);
    expect(hidesOfficers(terms(identity, ...others))).toBe(hidden);
  });
});
