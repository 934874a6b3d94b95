import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ReportFault } from '../rules/fault-codes.js';

/** One record of a submission, as its format has it. */
export interface SentRecord {
  /** Counting from 1: the line of a file of lines, the row where it begins in a table, its place in a list */
  place: number;
  bytes: number;
  /** As it came; null when it was longer than is kept */
  text: Buffer | null;
  /** What it says, or why that cannot be told. `asText`: everything in it is text, as XML and tables have it. */
  said: { value: unknown; asText?: boolean; warnings?: ReportFault[] } | { faults: ReportFault[] };
}

/** The longest record that is read: 256 KiB. */
export const LONGEST_RECORD = 262_144;

/** Nobody means this: a record of which so much has come and no end is cut off with the rest (413). */
const ENDLESS = 268_435_456;

/** @throws RuleBroken record-endless (413) */
export function refuseEndless(length: number): void {
  if (length > ENDLESS)
    throw new RuleBroken(
      'record-endless',
      'One record goes on for 256 MiB: look for a line end or bracket that is missing.',
      413,
    );
}

/** By the handful, as they come in; none while a long one does. */
export type Records = AsyncGenerator<SentRecord[]>;
