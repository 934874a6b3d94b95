import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { recommendationRefused } from './recommendation.js';

describe('a recommendation', () => {
  it.each([
    [
      'of five days for an allegation',
      { kind: 'discipline', allegationId: 'a', disciplineKind: 'suspension', disciplineDays: 5 },
      null,
    ],
    ['of a policy', { kind: 'policy' }, null],
    ['of training after one allegation', { kind: 'training', allegationId: 'a' }, null],
    [
      'of discipline for nothing in particular',
      { kind: 'discipline', disciplineKind: 'reprimand' },
      'allegation-missing',
    ],
    ['of discipline that is not named', { kind: 'discipline', allegationId: 'a' }, 'discipline-missing'],
    [
      'of discipline the charter does not know',
      { kind: 'discipline', allegationId: 'a', disciplineKind: 'x' },
      'unknown-discipline',
    ],
    ['of a policy with a penalty in it', { kind: 'policy', disciplineKind: 'reprimand' }, 'discipline-out-of-place'],
    ['of supervision for ten days', { kind: 'supervision', disciplineDays: 10 }, 'discipline-out-of-place'],
  ])('%s', (_what, sent, code) => {
    expect(recommendationRefused(sent, genericCharter)?.code ?? null).toBe(code);
  });
});
