const HOUR = 3_600_000;

/** A stable code and a sentence when this person may not decide on this request; null is a yes. */
export function decisionRefused(
  request: { askedBy: string; decided: boolean },
  decidedBy: string,
): { code: string; message: string } | null {
  if (request.askedBy === decidedBy)
    return { code: 'own-request', message: 'Who asked does not decide: leave it to another supervisor or director.' };
  if (request.decided)
    return { code: 'decided-already', message: 'This request was decided: ask anew, if it is needed again.' };
  return null;
}

/** Until when the grant holds: it is for this need, not for good. */
export function grantedUntil(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR);
}
