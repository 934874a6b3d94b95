import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { type IntakeCircumstances, intakeFaults, type NewComplaint } from './intake-faults.js';

const told: NewComplaint = { kind: 'complaint', channel: 'web', anonymous: true, narrative: 'He pushed me.' };
const byThePerson: IntakeCircumstances = { charter: genericCharter, byThePerson: true, today: '2026-03-31' };
const byStaff: IntakeCircumstances = { ...byThePerson, byThePerson: false };
const named: IntakeCircumstances = {
  ...byThePerson,
  charter: { ...genericCharter, intake: { ...genericCharter.intake, anonymousAccepted: false } },
};

describe('what is brought before the agency', () => {
  it.each<[string, Partial<NewComplaint>, IntakeCircumstances, string[]]>([
    ['may be anonymous', {}, byThePerson, []],
    ['may not be anonymous where the charter says so', {}, named, ['anonymous-not-accepted']],
    ['may have a name', { anonymous: false, complainant: { name: 'Rosa' } }, named, []],
    ['may have a telephone number alone', { anonymous: false, complainant: { contact: '555' } }, byThePerson, []],
    ['is not anonymous with a name', { complainant: { name: 'Rosa' } }, byThePerson, ['anonymous-with-name']],
    ['may be anonymous with age and race', { complainant: { race: 'asian', ageAtIncident: 20 } }, byThePerson, []],
    ['needs a name when it is not anonymous', { anonymous: false }, byThePerson, ['nobody-named']],
    ['needs none when the agency takes it up by itself', { anonymous: false, channel: 'self_initiated' }, byStaff, []],
    ['may have happened today', { incidentOn: '2026-03-31' }, byThePerson, []],
    ['has not happened tomorrow', { incidentOn: '2026-04-01' }, byThePerson, ['in-the-future']],
    [
      'speaks of allegations in the words of the charter',
      { allegations: ['bias', 'rudeness'] },
      byThePerson,
      ['not-in-charter'],
    ],
    ['comes over a channel of the charter', { channel: 'pigeon' }, byThePerson, ['not-in-charter']],
    [
      'alleges nothing when it commends',
      { kind: 'commendation', allegations: ['bias'] },
      byThePerson,
      ['commendation-alleges-nothing'],
    ],
    [
      'is told all its faults at once',
      { channel: 'pigeon', incidentOn: '2027-01-01' },
      byThePerson,
      ['not-in-charter', 'in-the-future'],
    ],
  ])('%s', (_rule, change, circumstances, codes) => {
    expect(intakeFaults({ ...told, ...change }, circumstances).map((fault) => fault.code)).toEqual(codes);
  });
});
