import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { recommendationRefused } from './recommendation.js';

describe('a recommendation', () => {
  it.each([
    [
      'of five days for an allegation',
      { kind: 'discipline', motionId: 'm', allegationId: 'a', disciplineKind: 'suspension', disciplineDays: 5 },
      null,
    ],
    ['of a policy', { kind: 'policy' }, null],
    ['of training after one allegation', { kind: 'training', allegationId: 'a' }, null],
    [
      'of discipline for nothing in particular',
      { kind: 'discipline', motionId: 'm', disciplineKind: 'reprimand' },
      'allegation-missing',
    ],
    ['of discipline that is not named', { kind: 'discipline', motionId: 'm', allegationId: 'a' }, 'discipline-missing'],
    [
      'of discipline the charter does not know',
      { kind: 'discipline', motionId: 'm', allegationId: 'a', disciplineKind: 'x' },
      'unknown-discipline',
    ],
    ['of a policy with a penalty in it', { kind: 'policy', disciplineKind: 'reprimand' }, 'discipline-out-of-place'],
    [
      'of discipline that nobody voted on',
      { kind: 'discipline', allegationId: 'a', disciplineKind: 'x' },
      'motion-missing',
    ],
    ['of supervision for ten days', { kind: 'supervision', disciplineDays: 10 }, 'discipline-out-of-place'],
  ])('%s', (_what, sent, code) => {
    expect(recommendationRefused(sent, genericCharter)?.code ?? null).toBe(code);
  });

  it('of the agency alone is for those whose charter gives them the power', () => {
    const powerless = { ...genericCharter, agency: { ...genericCharter.agency, powers: [] } };
    expect(recommendationRefused({ kind: 'policy' }, powerless)?.code).toBe('motion-missing');
    expect(recommendationRefused({ kind: 'policy', motionId: 'm' }, powerless)).toBeNull();
  });
});
