/** A member who may sit on the panel of a case: seated, and not recused from it. */
export interface Candidate {
  memberId: string;
  /** When this member was last appointed to a panel */
  lastServedAt: Date | null;
}

/** Who is next: those who never served, then those who served longest ago; the id settles ties, so that a draw can be repeated. */
export function nextInRotation(candidates: readonly Candidate[], size: number): string[] {
  return candidates
    .toSorted((a, b) => servedAt(a) - servedAt(b) || (a.memberId < b.memberId ? -1 : 1))
    .slice(0, size)
    .map((candidate) => candidate.memberId);
}

function servedAt({ lastServedAt }: Candidate): number {
  return lastServedAt?.getTime() ?? 0;
}
