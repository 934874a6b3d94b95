import type { CharterDocument } from '../../charter/index.js';
import { codesOf } from '../../charter/index.js';
import { type Fault, faultIf } from './fault.js';

/** A case that was found on closes on its findings; one that was not closes with a reason, and the reason is no verdict. */
export function withoutFindingFaults(
  findings: CharterDocument['findings'],
  { onFindings, withoutFinding }: { onFindings: boolean; withoutFinding: string | undefined },
): Fault[] {
  const reasons = findings.filter(({ genericClass }) => genericClass === 'no_finding' || genericClass === 'mediated');
  const path = '/withoutFinding';
  if (onFindings) {
    const message = 'This case has findings and closes on them: leave this out.';
    return faultIf(withoutFinding !== undefined, path, 'has-findings', message);
  }
  const known = reasons.some(({ code }) => code === withoutFinding);
  return faultIf(
    !known,
    path,
    'reason-needed',
    `No finding stands yet: say why the case ends so, with one of ${codesOf(reasons)}.`,
  );
}
