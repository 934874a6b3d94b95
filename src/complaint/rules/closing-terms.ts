import type { CaseEnd, CharterDocument, ClosingReason, GenericClass, RetentionClass } from '../../charter/index.js';
import { codesOf, termOf } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';

/** What is said when a case is closed; what is left out follows from the charter. */
export interface ClosingGiven {
  /** A code of the charter's `findings` of the class no_finding or mediated */
  withoutFinding?: string | undefined;
  /** A code of the charter's `closing.reasons` */
  reason?: string | undefined;
  /** A code of the charter's `dispositions` */
  disposition?: string | undefined;
}

type Terms = Pick<CharterDocument, 'findings' | 'closing' | 'dispositions'>;

/** Null: the charter knows no reason that fits. A reason that says nothing was found goes with cases in which nobody found. */
export function closingReason(
  { findings, closing }: Terms,
  { withoutFinding, reason }: ClosingGiven,
  { onFindings, sustained }: { onFindings: boolean; sustained: boolean },
): ClosingReason | null {
  if (reason !== undefined) return termOf(closing.reasons, reason);
  const fitting = closing.reasons.filter(({ withoutFindings }) => withoutFindings === !onFindings);
  const ofClass = (wanted: GenericClass) => fitting.find(({ genericClass }) => genericClass === wanted);
  if (onFindings) return (sustained ? ofClass('sustained') : undefined) ?? ofClass('pending') ?? null;
  const finding = termOf(findings, withoutFinding ?? '');
  return termOf(fitting, withoutFinding ?? '') ?? (finding && ofClass(finding.genericClass)) ?? null;
}

/**
 * The finding that a reason stands for where nobody found: the same word, or else the most general of its class, which is
 * none that says another reason (a withdrawn case was not closed for want of an affidavit); null when the charter has none.
 */
export function findingForReason({ findings, closing }: Terms, reason: ClosingReason | null): string | null {
  const ofClass = findings.filter(({ genericClass }) => genericClass === reason?.genericClass);
  const same = ofClass.find(({ code }) => code === reason?.code);
  const general = ofClass.find(({ code }) => termOf(closing.reasons, code) === null);
  return (same ?? general ?? ofClass[0])?.code ?? null;
}

export function closingFaults(
  { closing, dispositions }: Terms,
  { reason, disposition }: ClosingGiven,
  onFindings: boolean,
): Fault[] {
  const unknown = [
    ...termFaults('/reason', closing.reasons, reason),
    ...termFaults('/disposition', dispositions, disposition),
  ];
  const known = reason === undefined ? null : termOf(closing.reasons, reason);
  const fitting = closing.reasons.filter(({ withoutFindings }) => withoutFindings === !onFindings);
  const message = `This reason is for cases ${onFindings ? 'without' : 'with'} findings. Here one of these does: ${codesOf(fitting)}.`;
  const misfit = known !== null && known.withoutFindings === onFindings;
  return [...unknown, ...faultIf(misfit, '/reason', 'reason-does-not-fit', message)];
}

/**
 * The class that the case is kept by: the reason's, unless something was sustained: then the longest of that and the
 * classes of the reasons that say so. A case is never kept shorter for the word that somebody chose.
 */
export function retentionOf(
  { closing }: Terms,
  reason: ClosingReason | null,
  sustained: boolean,
): RetentionClass | null {
  const codes = closing.reasons
    .filter(({ genericClass }) => sustained && genericClass === 'sustained')
    .map(({ retentionClass }) => retentionClass);
  const classes = [reason?.retentionClass ?? '', ...codes].flatMap(
    (code) => termOf(closing.retentionClasses, code) ?? [],
  );
  return classes.sort((one, other) => (other.years ?? Infinity) - (one.years ?? Infinity))[0] ?? null;
}

/** The class that a case is kept by which ended without a closing; null: the charter keeps such cases for good. */
export function retentionOfEnd({ closing }: Pick<CharterDocument, 'closing'>, end: CaseEnd): RetentionClass | null {
  return termOf(closing.retentionClasses, closing.ends[end] ?? '');
}
