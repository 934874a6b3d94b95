import { isUtf8 } from 'node:buffer';
import { type LineFaultCode, lineFault } from '../rules/fault-codes.js';
import type { SentRecord } from './sent-record.js';

/** A record that is one JSON value; null for one of white space alone. `bytes` is null when it was too long to be kept. */
export function jsonRecord(place: number, bytes: Buffer | null): SentRecord | null {
  if (bytes === null) return faulty(place, null, 'line-too-long');
  if (!isUtf8(bytes)) return faulty(place, bytes, 'not-utf-8');
  // A byte order mark counts as white space here.
  const text = bytes.toString().trim();
  if (text === '') return null;
  try {
    return { place, bytes: bytes.length, text: bytes, said: { value: JSON.parse(text) as unknown } };
  } catch {
    return faulty(place, bytes, 'not-json');
  }
}

function faulty(place: number, text: Buffer | null, code: LineFaultCode): SentRecord {
  return { place, bytes: text?.length ?? 0, text, said: { faults: [lineFault(code)] } };
}
