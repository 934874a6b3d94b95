import { describe, expect, it } from '@jest/globals';
import type { OfficerException, OfficerTerms } from '../../charter/index.js';
import { type OfficerFacts, officerIdentity } from './officer-identity.js';
import { hidesOfficers, officerPolicy, showsOfficers } from './officer-policy.js';

const facts: OfficerFacts = { outcome: 'sustained', rank: 'captain', forceTypes: ['taser', 'baton'], on: '2024-05-01' };
const named = (asked: Partial<OfficerException>): OfficerTerms => ({
  identity: 'release-pseudonym',
  exceptions: [{ identity: 'named', authority: 'the law', ...asked }],
});

describe('how an officer stands in a release', () => {
  it.each<[string, Partial<OfficerException>, boolean]>([
    ['the finding is among those that are asked for', { outcomes: ['sustained', 'mediated'] }, true],
    ['the finding is not', { outcomes: ['exonerated'] }, false],
    ['the rank is', { ranks: ['captain'] }, true],
    ['the rank is one of several', { ranks: ['officer', 'captain'] }, true],
    ['one of the kinds of force is among several', { forceTypes: ['firearm', 'baton'] }, true],
    ['it happened the day after the last', { until: '2024-04-30' }, false],
    ['one of the kinds of force is', { forceTypes: ['baton'] }, true],
    ['no kind of force is', { forceTypes: ['firearm'] }, false],
    ['it happened on the first day of the law', { from: '2024-05-01' }, true],
    ['it happened the day before', { from: '2024-05-02' }, false],
    ['it happened on the last day', { until: '2024-05-01' }, true],
    ['the finding is, but the rank is not', { outcomes: ['sustained'], ranks: ['officer'] }, false],
  ])('is decided by an exception when %s', (_, asked, holds) => {
    expect(officerIdentity(named(asked), facts)).toBe(holds ? 'named' : 'release-pseudonym');
  });

  it('is the rule’s where a fact that is asked for is not recorded', () => {
    const nothing = { outcome: null, rank: null, forceTypes: [], on: null };
    for (const asked of [
      { outcomes: ['sustained' as const] },
      { ranks: ['x'] },
      { from: '1900-01-01' },
      { until: '2999-01-01' },
    ])
      expect(officerIdentity(named(asked), nothing)).toBe('release-pseudonym');
  });

  it('is decided by the first exception that holds', () => {
    const { identity, exceptions } = named({ outcomes: ['sustained'] });
    const absent: OfficerException = { identity: 'absent', authority: 'a court', ranks: ['captain'] };
    expect(officerIdentity({ identity, exceptions: [absent, ...exceptions] }, facts)).toBe('absent');
  });

  it('is told to readers in words, with the right of each exception', () => {
    expect(officerPolicy(named({ outcomes: ['sustained'], from: '2019-01-01' }))).toEqual([
      'Officers have a pseudonym of this release, or its epoch, alone.',
      'Where the finding is sustained and it happened on 2019-01-01 or later: officers are named. (the law)',
    ]);
  });

  it('shows some as soon as one exception does, and hides all only when none is shown in any way', () => {
    expect([showsOfficers(named({ ranks: ['x'] })), showsOfficers({ identity: 'absent', exceptions: [] })]).toEqual([
      true,
      false,
    ]);
    expect([hidesOfficers(named({ ranks: ['x'] })), hidesOfficers({ identity: 'absent', exceptions: [] })]).toEqual([
      false,
      true,
    ]);
  });
});
