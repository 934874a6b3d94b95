import type { ReportFault } from './fault-codes.js';
import { isFields } from './field-table.js';
import { submissionFault } from './submission-faults.js';

/** What is to be done with a record: as the FBI's bulk form says it, or, for a report by itself, `submit`. */
export type Order =
  | { kind: 'report'; action: ReportAction; report: unknown; path: string; reason: string }
  | { kind: 'removal'; reportNumber: string; reason: string }
  | { kind: 'zero'; ori: string | null; month: string };
/** `submit` takes a new number alone; `add` takes it or replaces what stands; `add-only` leaves what stands, and warns. */
export type ReportAction = 'submit' | 'add' | 'add-only';

const ACTION_TIME = /^(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])\/\d{4} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const ORI = /^[A-Z0-9]{9}$/;
const ENVELOPE = new Set(['Action', 'ActionTime', 'Reason', 'Incident', 'ZeroReport']);
const REPLACED = 'Replaced by the department, which gave no reason.';
const REMOVED = 'Removed by the department, which gave no reason.';

/** An object with `Action` is an envelope; anything else is a report by itself. */
export function orderOf(sent: unknown): Order | { faults: ReportFault[] } {
  if (!isFields(sent) || !Object.hasOwn(sent, 'Action'))
    return { kind: 'report', action: 'submit', report: sent, path: '', reason: REPLACED };
  const faults = envelopeFaults(sent);
  if (faults.length > 0) return { faults };
  if (told(sent['ZeroReport'])) return zeroOrder(sent['ZeroReport'], sent['Action']);
  if (sent['Action'] === 'Remove') return removal(sent['Incident'], sent['Reason']);
  return {
    kind: 'report',
    action: sent['Action'] === 'Add' ? 'add' : 'add-only',
    report: sent['Incident'],
    path: '/Incident',
    reason: typeof sent['Reason'] === 'string' ? sent['Reason'].trim() : REPLACED,
  };
}

const told = (value: unknown): boolean => value !== undefined && value !== null;

function envelopeFaults(sent: Record<string, unknown>): ReportFault[] {
  const { Action, ActionTime, Reason, Incident, ZeroReport } = sent;
  const wrong: ReportFault[] = [];
  if (Action !== 'Add' && Action !== 'AddOnly' && Action !== 'Remove')
    wrong.push(submissionFault('unknown-action', '/Action'));
  if (told(ActionTime) && !(typeof ActionTime === 'string' && ACTION_TIME.test(ActionTime)))
    wrong.push(submissionFault('action-time-form', '/ActionTime'));
  if (told(Incident) === told(ZeroReport)) wrong.push(submissionFault('payload-missing', ''));
  if (told(Reason) && !(typeof Reason === 'string' && Reason.trim() !== '' && Reason.length <= 500))
    wrong.push({ path: '/Reason', code: 'too-long', message: 'Say the reason in at most 500 characters.' });
  for (const name of Object.keys(sent))
    if (!ENVELOPE.has(name))
      wrong.push({
        path: `/${name.slice(0, 64).toWellFormed().replaceAll('\0', '').replaceAll('~', '~0').replaceAll('/', '~1')}`,
        code: 'unknown-field',
        message: 'This field is not known here: leave it out, or check its spelling.',
      });
  return wrong;
}

function removal(incident: unknown, reason: unknown): Order | { faults: ReportFault[] } {
  const number = isFields(incident) ? incident['reportNumber'] : undefined;
  if (
    typeof number === 'string' &&
    number !== '' &&
    number.length <= 40 &&
    number.isWellFormed() &&
    !number.includes('\0')
  )
    return { kind: 'removal', reportNumber: number, reason: typeof reason === 'string' ? reason.trim() : REMOVED };
  const message = 'Fill this in: a report cannot do without it.';
  return { faults: [{ path: '/Incident/reportNumber', code: 'required', message }] };
}

/** `ORI`, `Month` and `Year`, or the same in small letters; numbers or text. */
function zeroOrder(zero: unknown, action: unknown): Order | { faults: ReportFault[] } {
  if (action === 'Remove') return { faults: [submissionFault('zero-not-removed', '/Action')] };
  const fields = isFields(zero) ? zero : {};
  const of = (name: string): unknown => fields[name] ?? fields[name.toLowerCase()] ?? null;
  const [ori, month, year] = [of('ORI'), Number(of('Month')), Number(of('Year'))];
  const faults: ReportFault[] = [];
  if (ori !== null && !(typeof ori === 'string' && ORI.test(ori)))
    faults.push(submissionFault('not-an-ori', '/ZeroReport/ORI'));
  if (!(Number.isInteger(month) && month >= 1 && month <= 12 && Number.isInteger(year) && year >= 1900 && year <= 9999))
    faults.push(submissionFault('month-form', '/ZeroReport/Month'));
  if (faults.length > 0) return { faults };
  return { kind: 'zero', ori: ori as string | null, month: `${year}-${String(month).padStart(2, '0')}` };
}
