/** Distinct subjects by group; both are numbers from 0. */
export class SubjectTally {
  private readonly groups = new Map<number, Set<number>>();

  add(group: number, subject: number): void {
    const subjects = this.groups.get(group);
    if (subjects === undefined) this.groups.set(group, new Set([subject]));
    else subjects.add(subject);
  }

  /** Groups of at least one and fewer than k subjects. */
  *below(k: number): Generator<{ readonly group: number; readonly subjects: number }> {
    for (const [group, { size }] of this.groups) if (size < k) yield { group, subjects: size };
  }

  get size(): number {
    return this.groups.size;
  }
}
