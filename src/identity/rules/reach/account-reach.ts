import { only, type Reacher, type TableReach } from './reach.js';

const ADMINISTRATION: readonly Reacher[] = ['staff.administer'];
const ONESELF: readonly Reacher[] = only('own', 'account.change', 'session.read', 'session.end');
/** One's own, and for who takes away what was lost. */
const PROOF = { own: 'staff_id', read: [...ADMINISTRATION, ...ONESELF], write: ONESELF } as const;
const ACCESS: readonly Reacher[] = ['department.issue-key'];

/** Who may sign in and with what. Signing in itself is nobody's of the staff, until it is done. */
export const accountReach = {
  // The policies themselves look up here who asks: read by nobody, nobody could be held to anything.
  staff: {
    own: 'id',
    read: 'everyone',
    write: ['staff.register', 'staff.administer', ...only('own', 'account.change')],
  },
  staff_former_department: { read: 'everyone', write: ['staff.register'] },
  staff_subject: { read: ADMINISTRATION, write: ADMINISTRATION },
  session: { ...PROOF, write: [...ADMINISTRATION, ...ONESELF] },
  second_factor: PROOF,
  recovery_code: PROOF,
  passkey: PROOF,
  // Hashes of what was used up, whoever used it.
  used_once: { read: 'everyone', write: 'everyone' },
  sign_in_decoy: { read: [], write: [] },
  sign_in_policy: { read: ADMINISTRATION, write: ADMINISTRATION },
  single_sign_on: { read: ADMINISTRATION, write: ADMINISTRATION },

  department: { read: 'everyone', write: ['department.register'] },
  // Of who has one is told how departments report.
  department_key: { read: [...ACCESS, 'use-of-force.read', 'release.read'], write: ACCESS },
  department_client: { read: [...ACCESS, 'use-of-force.read', 'release.read'], write: ACCESS },
  department_token: { read: ACCESS, write: ACCESS },
} satisfies Record<string, TableReach>;
