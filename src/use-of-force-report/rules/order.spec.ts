import { describe, expect, it } from '@jest/globals';
import { orderOf } from './order.js';

const report = { reportNumber: 'R-1' };
const reason = 'Replaced by the department, which gave no reason.';
const faultsOf = (sent: unknown): string[] => {
  const order = orderOf(sent);
  return 'faults' in order ? order.faults.map(({ path, code }) => `${path} ${code}`) : [];
};

describe('a record', () => {
  it.each([
    ['without Action is a report by itself', report, { kind: 'report', action: 'submit', report, path: '', reason }],
    [
      'with Add',
      { Action: 'Add', Incident: report },
      { kind: 'report', action: 'add', report, path: '/Incident', reason },
    ],
    [
      'with AddOnly and its time',
      { Action: 'AddOnly', ActionTime: '12/31/2025 23:59:59', Incident: report },
      { kind: 'report', action: 'add-only', report, path: '/Incident', reason },
    ],
    [
      'with Remove and a reason',
      { Action: 'Remove', Reason: ' Twice. ', Incident: report },
      { kind: 'removal', reportNumber: 'R-1', reason: 'Twice.' },
    ],
    [
      'with a zero report',
      { Action: 'Add', ZeroReport: { ORI: 'NJ0010100', Month: '2', Year: 2025 } },
      { kind: 'zero', ori: 'NJ0010100', month: '2025-02' },
    ],
    [
      'with one in small letters',
      { Action: 'Add', ZeroReport: { month: 12, year: 2025 } },
      { kind: 'zero', ori: null, month: '2025-12' },
    ],
    [
      'that is no object is for the rules to refuse',
      7,
      { kind: 'report', action: 'submit', report: 7, path: '', reason },
    ],
  ])('%s', (_, sent, order) => {
    expect(orderOf(sent)).toEqual(order);
  });

  it.each([
    [{ Action: 'add', Incident: report }, '/Action unknown-action'],
    [{ Action: 'Add' }, ' payload-missing'],
    [{ Action: 'Add', Incident: report, ZeroReport: {} }, ' payload-missing'],
    [{ Action: 'Add', ActionTime: '2025-12-31', Incident: report }, '/ActionTime action-time-form'],
    [{ Action: 'Add', ActionTime: '13/01/2025 00:00:00', Incident: report }, '/ActionTime action-time-form'],
    [{ Action: 'Add', Incident: report, 'a/b': 1 }, '/a~1b unknown-field'],
    [{ Action: 'Remove', Incident: {} }, '/Incident/reportNumber required'],
    [{ Action: 'Remove', ZeroReport: { Month: 1, Year: 2025 } }, '/Action zero-not-removed'],
    [{ Action: 'Add', ZeroReport: { ORI: 'nj0010100', Month: 1, Year: 2025 } }, '/ZeroReport/ORI not-an-ori'],
    [{ Action: 'Add', ZeroReport: { Month: 0, Year: 2025 } }, '/ZeroReport/Month month-form'],
  ])('%j is refused: %s', (sent, fault) => {
    expect(faultsOf(sent)).toEqual([fault]);
  });
});
