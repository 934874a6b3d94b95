import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { withoutFindingFaults } from './without-finding.js';

describe('a reason for closing without a finding', () => {
  it.each([
    ['is needed where nothing was found', false, undefined, ['reason-needed']],
    ['is a word of the charter', false, 'bored', ['reason-needed']],
    ['is no verdict', false, 'exonerated', ['reason-needed']],
    ['may be that the case ended without a finding', false, 'closed_without_finding', []],
    ['may be mediation', false, 'mediated', []],
    ['has no place where something was found', true, 'mediated', ['has-findings']],
    ['is left out where something was found', true, undefined, []],
  ])('%s', (_rule, onFindings, withoutFinding, codes) => {
    const faults = withoutFindingFaults(genericCharter.findings, { onFindings, withoutFinding });
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });
});
