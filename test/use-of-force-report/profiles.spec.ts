import { describe, expect, it } from '@jest/globals';
import { charterPresets } from '../../src/charter/index.js';
import { shippedProfiles } from '../../src/use-of-force-report/records/shipped-profiles.js';
import { indexCodes } from '../../src/use-of-force-report/rules/profile/code-index.js';
import { compileProfile, issueCodesOf } from '../../src/use-of-force-report/rules/profile/compile-profile.js';
import type { ProfileDocument } from '../../src/use-of-force-report/rules/profile/profile-document.js';
import { casesOf, recordWith } from './profiles/profile-cases.js';
import { proveProfile } from './profiles/prove-profile.js';

const { documents } = shippedProfiles();
const byId = documents.map((document) => [document.id, document] as const);
const fbi = documents.find(({ id }) => id === 'fbi')!;

describe('every rule of a profile has a record that passes it and one that fails it', () => {
  it.each(byId)('%s', (id, document) => {
    expect(issueCodesOf(document).length).toBeGreaterThan(100);
    expect(proveProfile(document, casesOf(id))).toEqual([]);
  });

  const cases = casesOf('fbi');
  const change = (changed: (document: ProfileDocument) => void): ProfileDocument => {
    const document = structuredClone(fbi);
    changed(document);
    return document;
  };
  const rule = (document: ProfileDocument, code: string) => document.rules.find((each) => each.code === code)!;
  const element = (document: ProfileDocument, code: string) => document.elements.find((each) => each.code === code)!;

  it('is not shown for a rule that no record was written for (planted)', () => {
    const planted = change(({ rules }) => rules.push({ ...rules[0]!, code: 'planted' }));
    expect(proveProfile(planted, cases)).toEqual(['planted has no case']);
  });

  it('is not shown for a rule that never fires (planted)', () => {
    const never = change(
      (document) => (rule(document, 'discharge-unsaid').must = { not: { at: 'rank', equals: 'x' } }),
    );
    expect(proveProfile(never, cases)).toEqual(['discharge-unsaid does not fire on its failing record']);
  });

  it('is not shown for a rule that is asked of nothing (planted)', () => {
    const unasked = change(
      (document) => (rule(document, 'ambush-approached').when = { at: '/county', equals: 'none' }),
    );
    expect(proveProfile(unasked, cases)).toEqual([
      'ambush-approached is not asked of its passing record',
      'ambush-approached does not fire on its failing record',
    ]);
  });

  it('is not shown for a rule that always fires (planted)', () => {
    const always = change((document) => (rule(document, 'own-count').must = { at: '/county', equals: 'none' }));
    expect(proveProfile(always, cases)).toContain('own-count fires on its passing record');
  });

  it('is not shown for an element that is asked where nobody looks (planted)', () => {
    const astray = change(
      (document) => (element(document, 'offences').ask = { when: { at: 'ambush', equals: 'yes' } }),
    );
    expect(proveProfile(astray, cases)).toEqual(['offences is not asked of its passing record']);
  });

  it('is not shown for a list in which every word is known (planted)', () => {
    const open = change(({ lists }) => lists['location']!.codes.push({ code: '99', label: 'No such word' }));
    expect(proveProfile(open, cases)).toEqual(['location-type.code does not fire on its failing record']);
  });
});

describe("the charters' words", () => {
  /** What a programme has no code for, on purpose: it wants each race by itself, and knows no such gender. */
  const WITHOUT = {
    race: ['two_or_more', 'asian_pacific_islander', 'unknown', 'other'],
    gender: ['non_binary', 'other'],
  };

  it.each(byId)('have each a code in %s, but for those that it wants told otherwise', (_, profile) => {
    const lists = { force: 'forceTypes', race: 'races', gender: 'genders', sex: 'genders' } as const;
    const missing = Object.entries(lists).flatMap(([name, vocabulary]) => {
      const list = profile.lists[name];
      if (!list) return [];
      const { codeOf } = indexCodes(list);
      const terms = Object.values(charterPresets).flatMap(
        ({ people, useOfForce }) => ({ ...people, ...useOfForce })[vocabulary],
      );
      return terms.filter(({ code }) => codeOf(code) === undefined).map(({ code }) => code);
    });
    const allowed = [...WITHOUT.race, ...WITHOUT.gender];
    expect(missing.filter((code) => !allowed.includes(code))).toEqual([]);
  });
});

describe('an answer', () => {
  const { judge } = compileProfile(fbi);

  it('tells what is pending from what is unknown for good: the first is chased, the second is no response', () => {
    const { report, facts } = recordWith({
      '/subjects/0/age': { state: 'pending' },
      '/subjects/0/gender': { state: 'unknown_final' },
    });
    const { status, acceptable, issues } = judge(report, facts);
    expect({ status, acceptable }).toEqual({ status: 'incomplete', acceptable: true });
    expect(issues.map(({ code, level, path }) => `${level} ${code} ${path}`)).toEqual([
      'warning fbi.subject-age.pending /subjects/0/age',
      'info fbi.subject-sex.unknown /subjects/0/gender',
    ]);
  });

  it('does not speak of animals where a programme is about persons', () => {
    const { report, facts } = recordWith({ '/subjects/1': { kind: 'animal' } });
    expect(judge(report, facts).status).toBe('complete');
  });

  it('leaves out what the set of records does not tell', () => {
    const { report } = recordWith({});
    expect(judge(report, {}).issues.map(({ code }) => code)).toEqual(['fbi.agency-ori.missing']);
  });
});
