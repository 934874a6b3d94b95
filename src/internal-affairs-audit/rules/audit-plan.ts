import { codesOf, type CharterDocument, type Term, termOf } from '../../charter/index.js';

/** Which files: codes of the charter, each list narrowing it down; an empty one narrows nothing. */
export interface AuditClass {
  allegations: readonly string[];
  allegationGroups: readonly string[];
  classifications: readonly string[];
  /** What the department found */
  findings: readonly string[];
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

export interface PlanFault {
  path: string;
  code: string;
  message: string;
}

type Words = Pick<CharterDocument, 'allegations' | 'allegationGroups' | 'classifications' | 'findings'>;

/** What is wrong with a plan, each with its place. */
export function planFaults(plan: AuditPlan, charter: Words, today: string): PlanFault[] {
  const { method, sampleSize, references, class: chosen } = plan;
  const narrowed = Object.values(chosen).some((codes: readonly string[]) => codes.length > 0);
  return [
    ...fault(plan.periodFrom > plan.periodTo, '/periodTo', 'period-backwards', 'The period ends before it begins.'),
    ...fault(plan.periodTo > today, '/periodTo', 'period-ahead', 'The period is not over yet.'),
    ...fault(
      (method === 'random') !== (sampleSize !== null),
      '/sampleSize',
      'sample-size-unclear',
      'A random sample has a size; all of a class has none.',
    ),
    ...fault(
      references !== null && narrowed,
      '/class',
      'class-of-a-list',
      'A list is taken as it was handed over: what is on it is not narrowed down by a class.',
    ),
    ...fault(
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

function fault(wrong: boolean, path: string, code: string, message: string): PlanFault[] {
  return wrong ? [{ path, code, message }] : [];
}

function unknown(path: string, codes: readonly string[], terms: readonly Term[]): PlanFault[] {
  const message = `The charter does not know this code. It knows: ${codesOf(terms)}.`;
  return codes.flatMap((code, at) => fault(!termOf(terms, code), `${path}/${at}`, 'not-in-charter', message));
}
