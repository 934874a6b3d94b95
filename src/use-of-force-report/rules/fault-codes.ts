import type { SubmissionFaultCode, WarningCode } from './submission-faults.js';

/** Every fault that a report can have: its stable code and how to mend it. `{…}` is filled in where it is found. */
export const FAULT_SENTENCES = {
  'not-an-object': 'Send an object with named fields here.',
  'unknown-field': 'This field is not known here: leave it out, or check its spelling.',
  required: 'Fill this in: a report cannot do without it.',
  'not-text': 'Send text here, in quotation marks.',
  blank: 'Write something here, or leave the field out.',
  'too-long': 'Shorten this to at most {most} characters.',
  'unreadable-text': 'Send this as clean UTF-8: it holds a control character or a character that got lost on the way.',
  'number-form':
    'Use letters, digits and - . _ / or single spaces, beginning and ending with a letter or a digit, at most {most}.',
  'not-a-choice': 'Use one of: {choices}.',
  'not-in-charter': "Use one of the charter's codes: {choices}.",
  'not-a-whole-number': 'Send a whole number here, without quotation marks.',
  'out-of-range': 'Send a number from {least} to {most}.',
  'not-a-number': 'Send a number here, without quotation marks.',
  'not-an-ori': "Send the nine characters of the agency's ORI: capital letters and digits.",
  'not-a-state': 'Send a value, or {"state": …} with one of: {choices}.',
  'not-yes-or-no': 'Send true or false here, without quotation marks.',
  'not-a-date': 'Send a day of the calendar as YYYY-MM-DD.',
  'in-the-future': 'Check the date: it has not come yet where this happened.',
  'too-long-ago': 'Check the date: it lies before 1900.',
  'not-a-list': 'Send a list here, in square brackets.',
  'too-few': 'Name at least {least} here.',
  'too-many': 'Name at most {most} here; report the rest under another number.',
  'said-twice': 'Say this once: it stands in the list already.',
  'none-not-alone': 'Say none alone, or leave it out beside others.',
  'injuries-without-injury': 'Set injured to true, or leave the injuries out.',
  'not-of-an-animal': 'Leave this out: it is not said of an animal.',
  'same-officer-twice': 'Name each officer once: this badge number stands further up.',
  'no-such-officer': 'Point at an officer of this report, counting from 1, or send null when it is not known who.',
  'no-such-subject': 'Point at a subject of this report, counting from 1, or send null when it is not known whom.',
} as const;

export type FaultCode = keyof typeof FAULT_SENTENCES;

/** What can be wrong with a line of a bulk submission besides the report on it. */
export const LINE_FAULT_SENTENCES = {
  'line-too-long': 'Shorten this line to at most 262144 bytes.',
  'not-utf-8': 'Send this line encoded as UTF-8.',
  'not-json': 'Send one whole JSON object on this line.',
  'report-number-taken': 'You sent another report under this number: give this one a number of its own.',
} as const;

export type LineFaultCode = keyof typeof LINE_FAULT_SENTENCES;

export interface ReportFault {
  /** JSON pointer into what was sent; empty for the whole of it */
  path: string;
  code: FaultCode | LineFaultCode | SubmissionFaultCode | WarningCode;
  message: string;
}

export function lineFault(code: LineFaultCode): ReportFault {
  return { path: code === 'report-number-taken' ? '/reportNumber' : '', code, message: LINE_FAULT_SENTENCES[code] };
}
