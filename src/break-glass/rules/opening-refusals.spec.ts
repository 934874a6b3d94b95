import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { askRefused, decisionRefused, type OpeningFacts, reviewRefused } from './opening-refusals.js';
import { OPENING_STATUSES } from './opening-status.js';

const terms = genericCharter.breakGlass;
const waiting: OpeningFacts = {
  ...{ status: 'waiting', askedBy: 'ana', decidedBy: null, askerRecused: false, openAlready: false },
};
const over: OpeningFacts = { ...waiting, status: 'over', decidedBy: 'ben' };
const director = { staffId: 'ben', roles: ['director'], approved: true, terms } as const;
const auditor = { staffId: 'cy', roles: ['auditor'], terms } as const;

describe('an ask', () => {
  const ask = { roles: ['investigator'], hours: 8, waiting: 0 } as const;
  it('is taken from whom the charter names, for as long as it allows, while not too many wait', () => {
    expect(askRefused(terms, ask)).toBeNull();
    expect(askRefused(terms, { ...ask, roles: ['administrator'] })?.code).toBe('glass-not-yours');
    expect(askRefused({ ...terms, ask: [] }, ask)?.message).toMatch(/nobody/);
    expect(askRefused({ ...terms, ask: ['records'] }, ask)?.message).toMatch(/records/);
    expect(askRefused(terms, { ...ask, hours: 9 })?.code).toBe('glass-too-long');
    expect(askRefused(terms, { ...ask, waiting: 5 })?.code).toBe('glass-enough-asked');
    expect(askRefused(terms, { ...ask, waiting: 4 })).toBeNull();
  });
});

describe('a decision', () => {
  it('is another’s, of a role that the charter names, while the ask waits', () => {
    expect(decisionRefused(waiting, director)).toBeNull();
    expect(decisionRefused(waiting, { ...director, staffId: 'ana' })?.code).toBe('glass-own');
    expect(decisionRefused(waiting, { ...director, roles: ['auditor'] })?.code).toBe('glass-not-yours');
    const decided = OPENING_STATUSES.filter((status) => decisionRefused({ ...waiting, status }, director) !== null);
    expect(decided).toEqual(OPENING_STATUSES.filter((status) => status !== 'waiting'));
  });

  it('is never a yes for who is recused, nor a second one; a no it may be', () => {
    for (const [fact, code] of [
      ['askerRecused', 'glass-recused'],
      ['openAlready', 'glass-open-already'],
    ] as const) {
      expect(decisionRefused({ ...waiting, [fact]: true }, director)?.code).toBe(code);
      expect(decisionRefused({ ...waiting, [fact]: true }, { ...director, approved: false })).toBeNull();
    }
  });
});

describe('a review', () => {
  it('is a third person’s, of a role that the charter names, once it is over', () => {
    expect(reviewRefused(over, auditor)).toBeNull();
    for (const staffId of ['ana', 'ben']) expect(reviewRefused(over, { ...auditor, staffId })?.code).toBe('glass-own');
    expect(reviewRefused(over, { ...auditor, roles: ['supervisor'] })?.code).toBe('glass-not-yours');
    for (const status of OPENING_STATUSES.filter((each) => each !== 'over'))
      expect(reviewRefused({ ...over, status }, auditor)?.code).toBe('glass-not-to-review');
  });
});
