/** What a look before an assignment can come upon. */
export const CONFLICT_SIGNS = [
  'declared',
  'former_department',
  'part_in_linked_case',
  'declared_in_linked_case',
] as const;
export type ConflictSign = (typeof CONFLICT_SIGNS)[number];

export interface ConflictSigns {
  /** Relations that the person declared in this case and nobody has decided on */
  undecided: readonly string[];
  /** A supervisor looked at what the person declared in this case and let them work on it */
  cleared: boolean;
  /** They served in a department whose officer stands in the case */
  formerDepartment: boolean;
  /** They worked on a case that this one is linked with */
  partInLinked: boolean;
  /** They declared a relation in one, or are recused from it */
  declaredInLinked: boolean;
}

/**
 * What stands against giving this person the case. What nobody has decided on refuses; so does what the charter bars.
 * The rest is told as a warning. Once a supervisor has cleared them, all of it is a warning.
 */
export function conflictsFound(
  signs: ConflictSigns,
  barring: readonly string[],
): { refusing: ConflictSign[]; warnings: ConflictSign[] } {
  const seen: [ConflictSign, boolean, boolean][] = [
    ['declared', signs.undecided.length > 0, true],
    ['former_department', signs.formerDepartment, barring.includes('former_employer')],
    ['part_in_linked_case', signs.partInLinked, barring.includes('linked_case')],
    ['declared_in_linked_case', signs.declaredInLinked, true],
  ];
  const found = seen.filter(([, is]) => is);
  const refuses = (sign: ConflictSign, always: boolean) => always && (sign === 'declared' || !signs.cleared);
  return {
    refusing: found.filter(([sign, , always]) => refuses(sign, always)).map(([sign]) => sign),
    warnings: found.filter(([sign, , always]) => !refuses(sign, always)).map(([sign]) => sign),
  };
}
