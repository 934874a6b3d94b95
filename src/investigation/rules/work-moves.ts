import type { Moves } from '../../shared/status-machine.js';

export const WORK_KINDS = ['task', 'interview', 'records_request', 'subpoena'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export type TaskStatus = 'open' | 'done' | 'cancelled';
export type InterviewStatus = 'planned' | 'notified' | 'scheduled' | 'held' | 'missed' | 'refused' | 'cancelled';
export type RecordsRequestStatus = 'requested' | 'partly_received' | 'received' | 'refused' | 'withdrawn';
export type SubpoenaStatus = 'issued' | 'served' | 'complied' | 'defied' | 'quashed' | 'withdrawn';
export type WorkStatus = TaskStatus | InterviewStatus | RecordsRequestStatus | SubpoenaStatus;

export const TASK_MOVES: Moves<TaskStatus> = { open: ['done', 'cancelled'], done: [], cancelled: [] };

/** Whoever walks in may be heard at once; whoever did not come is invited again; a refusal is recorded and is the end. */
export const INTERVIEW_MOVES: Moves<InterviewStatus> = {
  planned: ['notified', 'scheduled', 'held', 'refused', 'cancelled'],
  notified: ['scheduled', 'held', 'refused', 'cancelled'],
  scheduled: ['notified', 'held', 'missed', 'refused', 'cancelled'],
  missed: ['notified', 'scheduled', 'cancelled'],
  held: [],
  refused: [],
  cancelled: [],
};

/** A refusal need not be the last word: some give way. */
export const RECORDS_REQUEST_MOVES: Moves<RecordsRequestStatus> = {
  requested: ['partly_received', 'received', 'refused', 'withdrawn'],
  partly_received: ['received', 'refused', 'withdrawn'],
  refused: ['partly_received', 'received', 'withdrawn'],
  received: [],
  withdrawn: [],
};

export const SUBPOENA_MOVES: Moves<SubpoenaStatus> = {
  issued: ['served', 'quashed', 'withdrawn'],
  served: ['complied', 'defied', 'quashed', 'withdrawn'],
  defied: ['complied', 'quashed', 'withdrawn'],
  complied: [],
  quashed: [],
  withdrawn: [],
};

/** Every kind of work with its moves and where it begins. */
export const WORK: Readonly<
  Record<WorkKind, { begins: WorkStatus; moves: Readonly<Record<string, readonly string[]>> }>
> = {
  task: { begins: 'open', moves: TASK_MOVES },
  interview: { begins: 'planned', moves: INTERVIEW_MOVES },
  records_request: { begins: 'requested', moves: RECORDS_REQUEST_MOVES },
  subpoena: { begins: 'issued', moves: SUBPOENA_MOVES },
};

/** The kind in the words of the history, e.g. `records-request.add`. */
export function workNoun(kind: WorkKind): string {
  return kind.replace('_', '-');
}
