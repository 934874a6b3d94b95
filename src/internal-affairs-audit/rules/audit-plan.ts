import { type CharterDocument, type Term } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from '../../complaint/index.js';

/** Which files: codes of the charter, each list narrowing it down; an empty one narrows nothing. */
export interface AuditClass {
  allegations: string[];
  allegationGroups: string[];
  classifications: string[];
  /** What the department found */
  findings: string[];
}

export interface AuditPlan {
  title: string;
  /** YYYY-MM-DD, both included: when the department found on it */
  periodFrom: string;
  periodTo: string;
  method: 'random' | 'all';
  sampleSize: number | null;
  class: AuditClass;
  /** The department's own numbers, of files that are not in this system; null: cases of this system */
  references: readonly string[] | null;
}

type Words = Pick<CharterDocument, 'allegations' | 'allegationGroups' | 'classifications' | 'findings'>;

/** What is wrong with a plan, each with its place. */
export function planFaults(plan: AuditPlan, charter: Words, today: string): Fault[] {
  const { method, sampleSize, references, class: chosen } = plan;
  const narrowed = Object.values(chosen).some((codes: readonly string[]) => codes.length > 0);
  return [
    ...faultIf(plan.periodFrom > plan.periodTo, '/periodTo', 'period-backwards', 'The period ends before it begins.'),
    ...faultIf(plan.periodTo > today, '/periodTo', 'period-ahead', 'The period is not over yet.'),
    ...faultIf(
      (method === 'random') !== (sampleSize !== null),
      '/sampleSize',
      'sample-size-unclear',
      'A random sample has a size; all of a class has none.',
    ),
    ...faultIf(
      references !== null && narrowed,
      '/class',
      'class-of-a-list',
      'A list is taken as it was handed over: what is on it is not narrowed down by a class.',
    ),
    ...faultIf(
      references !== null && new Set(references).size !== references.length,
      '/references',
      'reference-twice',
      'A file stands on the list twice.',
    ),
    ...unknown('/class/allegations', chosen.allegations, charter.allegations),
    ...unknown('/class/allegationGroups', chosen.allegationGroups, charter.allegationGroups),
    ...unknown('/class/classifications', chosen.classifications, charter.classifications),
    ...unknown('/class/findings', chosen.findings, charter.findings),
  ];
}

/** The allegations of a class: those that are named and those of a named group; null: any. */
export function allegationsOf(chosen: AuditClass, charter: Pick<Words, 'allegations'>): string[] | null {
  const { allegations, allegationGroups } = chosen;
  if (allegations.length === 0 && allegationGroups.length === 0) return null;
  return charter.allegations
    .filter(({ code, group }) => allegations.includes(code) || allegationGroups.includes(group))
    .map(({ code }) => code);
}

function unknown(path: string, codes: readonly string[], terms: readonly Term[]): Fault[] {
  return codes.flatMap((code, at) => termFaults(`${path}/${at}`, terms, code));
}
