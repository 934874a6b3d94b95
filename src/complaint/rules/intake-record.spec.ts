import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { affidavitMissing } from './affidavit-missing.js';
import { cautionsOf } from './cautions.js';
import { mayWrite, MOST_UNANSWERED } from './dialogue.js';
import { decisionRefused, grantedUntil } from './identity-decision.js';
import { intakeRecordFaults } from './intake-record.js';
import { isShielded, privacyFaults, standsBehindShield } from './privacy-choice.js';

const codes = (faults: { path: string; code: string }[]) => faults.map(({ path, code }) => `${path} ${code}`);

describe('what is asked at the door', () => {
  it.each([
    ['a language of the charter', { language: 'es' }, []],
    ['a region of one', { language: 'es-MX' }, []],
    ['another language', { language: 'tlh' }, ['/language not-in-charter']],
    ['an unknown accommodation', { accommodations: ['interpreter', 'butler'] }, ['/accommodations/1 not-in-charter']],
    [
      'a fear that is told and denied',
      { retaliationTold: 'He knows where I live.' },
      ['/retaliationFeared fear-not-said'],
    ],
    ['a fear that is told', { retaliationFeared: true, retaliationTold: 'He knows where I live.' }, []],
  ])('judges %s', (_what, record, expected) => {
    expect(codes(intakeRecordFaults(record, genericCharter, false))).toEqual(expected);
  });

  it('reaches an anonymous person by their receipt alone', () => {
    expect(codes(intakeRecordFaults({ preferredContact: 'phone' }, genericCharter, true))).toEqual([
      '/preferredContact no-way-to-reach',
    ]);
    expect(intakeRecordFaults({ preferredContact: 'receipt' }, genericCharter, true)).toEqual([]);
  });
});

describe('the privacy choice', () => {
  it.each([
    ['open', false, false],
    ['agency_only', false, true],
    [undefined, false, false],
    ['agency_only', true, false],
  ])('%s (anonymous: %s) shields: %s', (privacy, anonymous, shielded) => {
    expect(isShielded(genericCharter, privacy, anonymous)).toBe(shielded);
  });

  it('must not open the name of who stays anonymous, and comes from the charter', () => {
    expect(codes(privacyFaults(genericCharter, 'open', true))).toEqual(['/privacy anonymous-but-open']);
    expect(codes(privacyFaults(genericCharter, 'secret', false))).toEqual(['/privacy not-in-charter']);
    expect(privacyFaults(genericCharter, 'agency_only', true)).toEqual([]);
  });

  it('covers whose name would tell who complains, and no mere witness', () => {
    expect(standsBehindShield(['complainant', 'witness'])).toBe(true);
    expect(standsBehindShield(['guardian'])).toBe(true);
    expect(standsBehindShield(['witness', 'police_employee', 'union_representative'])).toBe(false);
    expect(standsBehindShield(['a role of this place'])).toBe(true);
  });
});

describe('a sworn statement', () => {
  const waiting = { kind: 'complaint', hasComplainant: true, settled: false } as const;
  it.each([
    ['is waited for when required', true, waiting, true],
    ['is not when not required', false, waiting, false],
    ['is not when it is there, or gone without', true, { ...waiting, settled: true }, false],
    ['is not for what the agency takes up itself', true, { ...waiting, hasComplainant: false }, false],
    ['is not for praise', true, { ...waiting, kind: 'commendation' as const }, false],
  ])('%s', (_what, required, state, expected) => {
    expect(affidavitMissing({ required }, state)).toBe(expected);
  });
});

describe('the custodian', () => {
  it('is another person than who asked, and decides once', () => {
    expect(decisionRefused({ askedBy: 'one', decided: false }, 'one')?.code).toBe('own-request');
    expect(decisionRefused({ askedBy: 'one', decided: true }, 'two')?.code).toBe('decided-already');
    expect(decisionRefused({ askedBy: 'one', decided: false }, 'two')).toBeNull();
  });

  it('grants for hours, across the change of clocks too', () => {
    expect(grantedUntil(new Date('2026-03-07T20:00:00Z'), 24).toISOString()).toBe('2026-03-08T20:00:00.000Z');
  });
});

describe('a person who writes', () => {
  it('waits for an answer after so many messages', () => {
    expect(mayWrite({ last: 60, unanswered: MOST_UNANSWERED - 1 })).toBe(true);
    expect(mayWrite({ last: 60, unanswered: MOST_UNANSWERED })).toBe(false);
  });
});

describe('cautions', () => {
  it('name what bears on what may be asked, and nothing that nobody asked about', () => {
    const none = { pendingCharges: null, pendingSuit: null, retaliationFeared: null, shielded: false };
    expect(cautionsOf(none)).toEqual([]);
    expect(cautionsOf({ ...none, pendingCharges: true, shielded: true }).map(({ code }) => code)).toEqual([
      'shielded',
      'pending_charges',
    ]);
  });
});
