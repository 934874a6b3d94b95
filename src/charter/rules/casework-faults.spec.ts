import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../index.js';
import type { CharterDocument } from './charter-document.js';
import { charterFaults } from './charter-faults.js';

const { agency, screening, classifications, closing, conflicts, deadlines, letters, complainants, parties } =
  genericCharter;
const [rule] = deadlines.rules;
const withRule = (change: object): Partial<CharterDocument> => ({
  deadlines: { ...deadlines, rules: [{ ...rule!, ...change }] },
});

describe('terms of casework', () => {
  it.each<[string, Partial<CharterDocument>, string]>([
    ['an agency for nothing', { agency: { ...agency, functions: [] } }, 'an agency is for something'],
    [
      'a function nobody knows',
      { agency: { ...agency, functions: ['punitive' as never] } },
      'agency.functions: punitive',
    ],
    [
      'a language twice',
      { complainants: { ...complainants, languages: [...complainants.languages, complainants.languages[0]!] } },
      'complainants.languages: en stands twice',
    ],
    ['no day to appeal', { screening: { ...screening, appealDays: 0 } }, 'screening.appealDays'],
    ['a track nobody knows', { classifications: [{ ...classifications[0]!, track: 'duel' as never }] }, 'has a track'],
    ['a bar that is no relation', { conflicts: { ...conflicts, barring: ['enemy'] } }, 'enemy is no relation'],
    [
      'a reason without retention',
      {
        closing: { ...closing, duplicateReason: null, reasons: [{ ...closing.reasons[0]!, retentionClass: 'never' }] },
      },
      'no known retention class',
    ],
    [
      'an end without retention',
      { closing: { ...closing, ends: { ...closing.ends, declined: 'never' } } },
      'closing.ends: declined has no known retention class',
    ],
    [
      'a duplicate that was found on',
      { closing: { ...closing, duplicateReason: 'sustained' } },
      'closing.duplicateReason is a reason for cases without findings',
    ],
    [
      'no word for who complains',
      { parties: { ...parties, roles: parties.roles.filter(({ code }) => code !== 'complainant') } },
      'parties.roles: complainant is a role that people file in',
    ],
    ['a letter without a text', { letters: [{ ...letters[0]!, texts: [] }] }, 'acknowledgement has no text'],
    ['a clock of no length', withRule({ length: { count: 0, unit: 'years' } }), 'its length must be at least 1'],
    ['a clock that starts on nothing', withRule({ startsOn: 'never' }), 'startsOn is not one of'],
    [
      'a clock for a class nobody knows',
      withRule({ appliesTo: { classifications: ['secret'] } }),
      'applies to classifications secret',
    ],
    [
      'a tolling ground of no time',
      withRule({ tolling: [{ code: 'a', label: 'A', mostDays: 0, evidence: 'E' }] }),
      'lasts at least a day',
    ],
    [
      'a week without a business day',
      { deadlines: { ...deadlines, calendar: { ...deadlines.calendar, weekend: [1, 2, 3, 4, 5, 6, 7] } } },
      'one of them is a business day',
    ],
    [
      '30 February off',
      {
        deadlines: {
          ...deadlines,
          calendar: { weekend: [], holidays: [{ label: 'Never', month: 2, day: 30, observed: true }] },
        },
      },
      'Never is no day of a calendar',
    ],
  ])('are refused with %s', (_, change, fault) => {
    expect(charterFaults({ ...genericCharter, ...change }).join('; ')).toContain(fault);
  });
});
