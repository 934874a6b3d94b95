import { COMPLAINT_MOVES } from '../complaint/index.js';
import { AUDIT_MOVES } from '../internal-affairs-audit/index.js';
import {
  INTERVIEW_MOVES,
  MEDIATION_MOVES,
  RECORDS_REQUEST_MOVES,
  SUBPOENA_MOVES,
  TASK_MOVES,
} from '../investigation/index.js';
import { LETTER_MOVES } from '../letter/index.js';
import { POLICY_MOVES } from '../policy-tracker/index.js';
import { INCIDENT_MOVES } from '../serious-incident/index.js';
import { REPORT_MOVES } from '../use-of-force-report/index.js';

export interface StatusMachine {
  title: string;
  source: string;
  begins: string;
  moves: Readonly<Record<string, readonly string[]>>;
}

const WORK = 'src/investigation/rules/work-moves.ts';

/** Every status machine that is data, in the order in which a case meets them. */
export const STATUS_MACHINES: readonly StatusMachine[] = [
  {
    title: 'A complaint',
    source: 'src/complaint/rules/complaint-status.ts',
    begins: 'filed',
    moves: COMPLAINT_MOVES,
  },
  { title: 'A task', source: WORK, begins: 'open', moves: TASK_MOVES },
  { title: 'An interview', source: WORK, begins: 'planned', moves: INTERVIEW_MOVES },
  { title: 'A records request', source: WORK, begins: 'requested', moves: RECORDS_REQUEST_MOVES },
  { title: 'A subpoena', source: WORK, begins: 'issued', moves: SUBPOENA_MOVES },
  {
    title: 'A mediation',
    source: 'src/investigation/rules/mediation-moves.ts',
    begins: 'offered',
    moves: MEDIATION_MOVES,
  },
  { title: 'A letter', source: 'src/letter/rules/letter-status.ts', begins: 'written', moves: LETTER_MOVES },
  {
    title: 'A use-of-force report',
    source: 'src/use-of-force-report/rules/review-decision.ts',
    begins: 'submitted',
    moves: REPORT_MOVES,
  },
  {
    title: 'A recommendation of policy',
    source: 'src/policy-tracker/rules/policy-status.ts',
    begins: 'awaiting_answer',
    moves: POLICY_MOVES,
  },
  {
    title: 'An audit of internal affairs',
    source: 'src/internal-affairs-audit/rules/audit-status.ts',
    begins: 'planned',
    moves: AUDIT_MOVES,
  },
  {
    title: 'A review of a serious incident',
    source: 'src/serious-incident/rules/incident-status.ts',
    begins: 'convened',
    moves: INCIDENT_MOVES,
  },
];

/** The page of all of them, as Markdown with Mermaid. */
export function statusMachinesPage(machines: readonly StatusMachine[] = STATUS_MACHINES): string {
  const opening = `# Status machines

Drawn from the tables that the code itself goes by: \`redress diagrams docs/status-machines.md\` writes this page, and a
test fails when it is stale. What has no arrow is refused.
`;
  return [opening, ...machines.map(drawn)].join('\n');
}

function drawn({ title, source, begins, moves }: StatusMachine): string {
  const arrows = Object.entries(moves).flatMap(([from, next]) =>
    next.length === 0 ? [`  ${from} --> [*]`] : next.map((to) => `  ${from} --> ${to}`),
  );
  const lines = ['```mermaid', 'stateDiagram-v2', `  [*] --> ${begins}`, ...arrows, '```'];
  return `## ${title}\n\nFrom \`${source}\`.\n\n${lines.join('\n')}\n`;
}
