import { text } from './element.js';
import type { ReportFault } from './fault-codes.js';
import { FaultList } from './fault-list.js';
import { checkFields, fieldTable, listOf } from './field-table.js';
import { FORCE_ELEMENTS } from './force-elements.js';
import { INCIDENT_ELEMENTS } from './incident-elements.js';
import { OFFICER_ELEMENTS } from './officer-elements.js';
import { SUBJECT_ELEMENTS } from './subject-elements.js';
import type { Terms } from './terms.js';

/**
 * An imported record tells what it tells: numbers are written as they were, what is missing cannot be asked for any more, and
 * what contradicts itself is kept as it came. But each value is one that a report could have.
 */
const IMPORTED = fieldTable(
  {
    ...INCIDENT_ELEMENTS,
    reportNumber: text(500, 'As the source has it'),
    incidentNumber: text(500, 'As the source has it'),
    subjects: { check: listOf(fieldTable(SUBJECT_ELEMENTS, ['kind']), 50) },
    officers: { check: listOf(fieldTable(OFFICER_ELEMENTS, []), 50) },
    force: { check: listOf(fieldTable(FORCE_ELEMENTS, ['forceType'], ['forceType']), 100) },
  },
  ['reportNumber', 'incidentNumber'],
);
const PARTS = ['subjects', 'officers', 'force'] as const;

/** What of an imported report could not be kept. A part of which there is none is not asked for. */
export function importFaults(report: Readonly<Record<string, unknown>>, terms: Terms): ReportFault[] {
  const faults = new FaultList();
  const told: Record<string, unknown> = { ...report };
  for (const part of PARTS) if ((told[part] as readonly unknown[] | undefined)?.length === 0) told[part] = null;
  checkFields(told, IMPORTED, faults, terms);
  return faults.found;
}
