interface Refusal {
  code: string;
  message: string;
}

/** What is looked at is the text that the summary is now, and the hits that are found in it now. */
export function lookedAtAnother(
  seen: { textSha256: string; reviewSha256?: string },
  now: { textSha256: string; reviewSha256: string },
): Refusal | null {
  if (seen.textSha256 !== now.textSha256)
    return { code: 'text-changed', message: 'The summary has another text by now: read it again.' };
  if (seen.reviewSha256 !== undefined && seen.reviewSha256 !== now.reviewSha256)
    return {
      code: 'hits-changed',
      message: 'Other hits are found by now, or more was decided: look at each hit again.',
    };
  return null;
}

/** Every hit is gone from the text, or somebody has said why it stays. */
export function hitsUndecided(unresolved: number): Refusal | null {
  if (unresolved === 0) return null;
  const what = unresolved === 1 ? 'One hit is' : `${unresolved} hits are`;
  return { code: 'hits-unresolved', message: `${what} undecided: take each out of the text, or say why it stays.` };
}
