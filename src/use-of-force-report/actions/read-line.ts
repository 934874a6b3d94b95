import { isUtf8 } from 'node:buffer';
import { type LineFaultCode, lineFault } from '../rules/fault-codes.js';
import { type ReadReport, readReport } from '../rules/read-report.js';
import type { Terms } from '../rules/terms.js';

/** The report on a line, what is wrong with the line or the report on it, or null for an empty line. */
export function readLine(bytes: Buffer | null, terms: Terms): (ReadReport & { sent?: unknown }) | null {
  if (bytes === null) return faulty('line-too-long');
  if (!isUtf8(bytes)) return faulty('not-utf-8');
  // A byte order mark counts as white space here.
  const text = bytes.toString().trim();
  if (text === '') return null;
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return faulty('not-json');
  }
  return { sent, ...readReport(sent, terms) };
}

function faulty(code: LineFaultCode): ReadReport {
  return { faults: [lineFault(code)] };
}
