import { describe, expect, it } from '@jest/globals';
import { genericCasework } from '../presets/generic-casework.js';
import { genericCharter } from '../presets/generic.js';
import type { CharterDocument } from './charter-document.js';
import { completedCharter } from './completed-charter.js';

const { closing } = genericCharter;
const { reasons, retentionClasses } = closing;
const completed = (stored: object) =>
  completedCharter({ ...genericCharter, closing: stored as never }, genericCasework);

describe('a charter of the time before programmes were called by the ids of their profiles', () => {
  const [fbi] = genericCharter.forceReporting.programmes;
  const codesOf = (...codes: string[]) =>
    completedCharter(
      {
        ...genericCharter,
        forceProfiles: [{ ...genericCharter.forceProfiles[0]!, profile: 'new-jersey' }],
        forceReporting: { programmes: codes.map((code) => ({ ...fbi!, code })) },
      },
      genericCasework,
    ).forceReporting.programmes.map(({ code }) => code);

  it('is read with those ids', () => {
    expect(codesOf('new_jersey')).toEqual(['new-jersey']);
  });

  it('keeps a code that names no profile, or that would stand twice', () => {
    expect(codesOf('county_return')).toEqual(['county_return']);
    expect(codesOf('new_jersey', 'new-jersey')).toEqual(['new_jersey', 'new-jersey']);
  });
});

describe('a charter of the time before reminders', () => {
  it('reminds of what is pending by the generic days, and one that says null of nothing', () => {
    const { programmes } = genericCharter.forceReporting;
    const daysOf = (forceReporting: CharterDocument['forceReporting']) =>
      completedCharter({ ...genericCharter, forceReporting }, genericCasework).forceReporting.remindOfPendingAfterDays;
    expect(daysOf({ programmes })).toBe(30);
    expect(daysOf({ programmes, remindOfPendingAfterDays: null })).toBeNull();
  });
});

describe('a charter of the time before ends without a closing were known', () => {
  it('keeps such cases by the generic class where it knows that one', () => {
    expect(completed({ reasons, retentionClasses }).closing).toEqual(closing);
  });

  it('keeps them by the longest class of its own where it does not', () => {
    const own = [
      { code: 'short', label: 'Short', years: 2, authority: 'Ordinance 7' },
      { code: 'long', label: 'Long', years: 30, authority: 'Ordinance 8' },
    ];
    const { ends } = completed({ reasons, retentionClasses: own }).closing;
    expect(ends).toEqual({ declined: 'long', referred: 'long', withdrawn: 'long' });
    const forGood = [...own, { code: 'forever', label: 'For good', years: null, authority: 'Ordinance 9' }];
    expect(completed({ reasons, retentionClasses: forGood }).closing.ends.declined).toBe('forever');
    expect(completed({ reasons, retentionClasses: [] }).closing.ends.declined).toBeNull();
  });

  it('has no word for duplicates that it did not have', () => {
    const own = reasons.filter(({ code }) => code !== 'duplicate');
    expect(completed({ reasons: own, retentionClasses }).closing.duplicateReason).toBeNull();
  });

  it('keeps what it says itself', () => {
    const said = { ...closing, ends: { ...closing.ends, declined: null }, duplicateReason: null };
    expect(completed(said).closing).toEqual(said);
  });
});
