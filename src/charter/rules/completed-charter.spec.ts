import { describe, expect, it } from '@jest/globals';
import { genericCasework } from '../presets/generic-casework.js';
import { genericCharter } from '../presets/generic.js';
import { completedCharter } from './completed-charter.js';

const { closing } = genericCharter;
const { reasons, retentionClasses } = closing;
const completed = (stored: object) =>
  completedCharter({ ...genericCharter, closing: stored as never }, genericCasework);

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
