import { type CharterDocument, termOf } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from '../../complaint/index.js';
import type { WorkKind } from './work-moves.js';

export interface NewWork {
  kind: WorkKind;
  /** What is to be done, asked, or brought; sealed */
  what: string;
  /** Of whom it is asked; sealed. Requests and subpoenas alone */
  whom?: string | undefined;
  dueOn?: string | undefined;
  assignedTo?: string | undefined;
  personId?: string | undefined;
  complaintOfficerId?: string | undefined;
  recordKind?: string | undefined;
}

/** Whether those whom the work names are there. */
export interface WorkGround {
  assignable: boolean;
  personInCase: boolean;
  officerInCase: boolean;
}

/** What is wrong with a new piece of work under a charter. */
export function workFaults(work: NewWork, charter: CharterDocument, ground: WorkGround): Fault[] {
  const { kind, assignedTo, personId, complaintOfficerId, recordKind } = work;
  const one = (personId === undefined) !== (complaintOfficerId === undefined);
  return [
    ...faultIf(
      assignedTo !== undefined && !ground.assignable,
      '/assignedTo',
      'not-assignable',
      'Nobody here who works on cases has this id, or they are recused.',
    ),
    ...faultIf(
      kind === 'interview' && !one,
      '/personId',
      'one-interviewed',
      'Give personId or complaintOfficerId: one, of the case.',
    ),
    ...faultIf(
      personId !== undefined && !ground.personInCase,
      '/personId',
      'not-in-this-case',
      'This case has nobody with this id.',
    ),
    ...faultIf(
      complaintOfficerId !== undefined && !ground.officerInCase,
      '/complaintOfficerId',
      'not-in-this-case',
      'This case has no officer with this id.',
    ),
    ...termFaults('/recordKind', charter.investigation.recordKinds, recordKind),
  ];
}

/** A subpoena is an act of power: the charter must give it. */
export function maySubpoena(charter: CharterDocument): boolean {
  return termOf(charter.agency.powers, 'subpoena') !== null;
}
