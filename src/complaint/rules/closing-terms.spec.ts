import { describe, expect, it } from '@jest/globals';
import { charterPresets, termOf } from '../../charter/index.js';
import { findingForReason } from './closing-terms.js';

describe('a case that is closed before anybody found', () => {
  it.each([
    ['ccrb', 'withdrawn', 'closed_without_finding'],
    ['ccrb', 'officer_unidentified', 'officer_unidentified'],
    ['ccrb', 'mediated', 'mediated'],
    ['copa', 'administrative', 'administratively_closed'],
    ['copa', 'no_affidavit', 'no_affidavit'],
    ['generic', 'withdrawn', 'closed_without_finding'],
  ])('under the charter %s for the reason %s has the finding %s', (preset, reason, finding) => {
    const charter = charterPresets[preset]!;
    expect(findingForReason(charter, termOf(charter.closing.reasons, reason))).toBe(finding);
  });
});
