import type { CharterDocument } from '../../charter/index.js';
import { codesOf, termOf } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';

/** How a person wants to hear from the agency; `receipt`: by what is written for them to read with their receipt. */
export const CONTACT_WAYS = ['phone', 'email', 'mail', 'in_person', 'receipt'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** What staff ask at the door besides what happened; left out: nobody asked. */
export interface IntakeRecord {
  /** The language to answer in */
  language?: string | undefined;
  /** Codes of the charter */
  accommodations?: readonly string[] | undefined;
  retaliationFeared?: boolean | undefined;
  /** What the person fears, in their words; sealed */
  retaliationTold?: string | undefined;
  /** Of the person who complains: both change what may be asked of them, and may stop clocks */
  pendingCharges?: boolean | undefined;
  pendingSuit?: boolean | undefined;
  preferredContact?: ContactWay | undefined;
}

/** Why this cannot be recorded as it is; an empty list is a yes. */
export function intakeRecordFaults(record: IntakeRecord, charter: CharterDocument, anonymous: boolean): Fault[] {
  const { languages, accommodations } = charter.complainants;
  const { language, preferredContact } = record;
  return [
    ...faultIf(
      language !== undefined && !speaks(charter, language),
      '/language',
      'not-in-charter',
      `The charter does not know this language. It knows: ${codesOf(languages)}.`,
    ),
    ...(record.accommodations ?? []).flatMap((code, at) => termFaults(`/accommodations/${at}`, accommodations, code)),
    ...faultIf(
      record.retaliationTold !== undefined && record.retaliationFeared !== true,
      '/retaliationFeared',
      'fear-not-said',
      'Something is told that the person fears: set retaliationFeared to true, or leave retaliationTold out.',
    ),
    ...faultIf(
      anonymous && preferredContact !== undefined && preferredContact !== 'receipt',
      '/preferredContact',
      'no-way-to-reach',
      'An anonymous person can be reached by their receipt alone: set it to receipt, or leave it out.',
    ),
  ];
}

/** `es-MX` is spoken where `es` is. */
function speaks({ complainants }: CharterDocument, language: string): boolean {
  return [language, language.split('-')[0] ?? ''].some((tag) => termOf(complainants.languages, tag) !== null);
}
