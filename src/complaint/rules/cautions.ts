/** What whoever works on the case must keep in mind before they ask anything. */
export interface Caution {
  code: 'pending_charges' | 'pending_suit' | 'retaliation_feared' | 'shielded';
  meaning: string;
}

const MEANINGS: Record<Caution['code'], string> = {
  pending_charges:
    'The person is accused of a crime: ask about what is charged only through their attorney. Clocks may stand still for it.',
  pending_suit:
    'The person sues over it: ask only through their attorney. Clocks may stand still for it, and mediation may be excluded.',
  retaliation_feared: 'The person fears retaliation: agree on a safe way before you reach out to them.',
  shielded: 'The person chose to be shielded: who they are is read on a grant of the custodian alone.',
};

export function cautionsOf(recorded: {
  pendingCharges: boolean | null;
  pendingSuit: boolean | null;
  retaliationFeared: boolean | null;
  shielded: boolean;
}): Caution[] {
  const codes: Caution['code'][] = [
    ...(recorded.shielded ? (['shielded'] as const) : []),
    ...(recorded.retaliationFeared ? (['retaliation_feared'] as const) : []),
    ...(recorded.pendingCharges ? (['pending_charges'] as const) : []),
    ...(recorded.pendingSuit ? (['pending_suit'] as const) : []),
  ];
  return codes.map((code) => ({ code, meaning: MEANINGS[code] }));
}
