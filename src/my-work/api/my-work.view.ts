import { ApiProperty } from '@nestjs/swagger';
import type { ComplaintStatus } from '../../complaint/index.js';
import type { Waiting } from '../../shared/waiting.js';

class OfCaseView {
  complaintId!: string;
  caseNumber!: string;
}

export class MyCaseView extends OfCaseView {
  @ApiProperty({ type: String })
  status!: ComplaintStatus;
  /** The clock that runs out first: a code of the charter's `deadlines`; null when none runs */
  rule!: string | null;
  /** YYYY-MM-DD */
  dueOn!: string | null;
  overdue!: boolean;
}

export class MyTaskView extends OfCaseView {
  itemId!: string;
  /** YYYY-MM-DD */
  dueOn!: string | null;
}

export class MyUnreadView extends OfCaseView {
  /** Messages of who complains */
  unread!: number;
}

export class MyAlarmView extends OfCaseView {
  rule!: string;
  /** YYYY-MM-DD, as is `raisedOn` */
  dueOn!: string;
  /** How long before that day it was raised; negative after */
  daysBefore!: number;
  raisedOn!: string;
}

const KINDS: Waiting['kind'][] = [
  ...(['expungement', 'disposal_batch', 'identity_request', 'second_look', 'conflict'] as const),
  ...(['glass_ask', 'glass_opening'] as const),
  ...(['plan', 'draft_findings', 'reconsideration', 'public_summary', 'release'] as const),
];

export class WaitingView {
  @ApiProperty({ enum: KINDS })
  kind!: Waiting['kind'];
  /** Of what is to be decided on; of the case itself for draft findings */
  id!: string;
  /** Null for what belongs to no case */
  complaintId!: string | null;
  caseNumber!: string | null;
  /** The hour alone while who complains is anonymous */
  since!: Date;
}

export class MyWorkView {
  /** Assigned to you and open, what runs out first first; 500 at most */
  cases!: MyCaseView[];
  /** Open tasks, what is due first first; 200 at most */
  tasks!: MyTaskView[];
  /** Of your cases; intake and supervisors are told of all */
  unreadMessages!: MyUnreadView[];
  /** Of the last thirty days and of clocks that still run, the newest first; of all cases for who watches over the clocks */
  alarms!: MyAlarmView[];
  /** What you may decide on, longest waiting first; never what you prepared yourself */
  waiting!: WaitingView[];
  /** See `/alerts` */
  unreadAlerts!: number;
}
