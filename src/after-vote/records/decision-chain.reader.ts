import type { EntityManager } from 'typeorm';
import { CaseVault } from '../../complaint/index.js';

export interface ChainedDecision {
  id: string;
  /** board_finding, board_recommendation, chief_answer, chief_finding, escalation, officer_appeal, reconsideration */
  kind: string;
  /** What was decided, in a word of the charter or of the program */
  outcome: string;
  /** The step, the route or the asker that it came of; null for the board's and the chief's own */
  cameOf: string | null;
  disciplineKind: string | null;
  disciplineDays: number | null;
  reasons: string | null;
  motionId: string | null;
  /** The finding, recommendation, answer, escalation, appeal or request in which it was recorded */
  sourceId: string;
  decidedAt: Date;
  supersedes: string | null;
  current: boolean;
}

interface Row extends Omit<ChainedDecision, 'current' | 'reasons'> {
  matterId: string;
  allegationId: string | null;
  /** The chief's stand open */
  openReasons: string | null;
  reasonsCipher: Buffer | null;
}

export interface Matter {
  matterId: string;
  allegationId: string | null;
  decisions: ChainedDecision[];
}

const DECISIONS = `
  SELECT d.id, d.matter_id AS "matterId", d.allegation_id AS "allegationId", d.kind, d.outcome, d.source_id AS "sourceId",
         d.decided_at AS "decidedAt", d.supersedes, coalesce(x.step, p.route, q.asked_by) AS "cameOf",
         coalesce(r.discipline_kind, imposed.kind, e.discipline_kind, w.discipline_kind) AS "disciplineKind",
         coalesce(r.discipline_days, imposed.days, e.discipline_days, w.discipline_days) AS "disciplineDays",
         coalesce(r.motion_id, z.motion_id, (SELECT o.id FROM redress.motion o WHERE d.kind = 'board_finding'
           AND o.complaint_id = d.complaint_id AND o.allegation_id = d.allegation_id AND o.status = 'carried'
           AND o.proposed_finding = d.outcome AND o.decided_at = d.decided_at LIMIT 1)) AS "motionId",
         coalesce(a.reasons, r.text) AS "openReasons", coalesce(e.reasons_cipher, w.reasons_cipher, z.reasons_cipher) AS "reasonsCipher"
    FROM redress.decision d
    LEFT JOIN redress.recommendation r ON d.kind = 'board_recommendation' AND r.jurisdiction_id = d.jurisdiction_id AND r.id = d.source_id
    LEFT JOIN redress.chief_answer a ON d.kind = 'chief_answer' AND a.jurisdiction_id = d.jurisdiction_id AND a.id = d.source_id
    LEFT JOIN LATERAL (SELECT i.kind, i.days FROM redress.discipline i WHERE d.kind = 'chief_answer' AND i.stage = 'imposed'
      AND i.jurisdiction_id = d.jurisdiction_id AND i.allegation_id = d.allegation_id AND i.recorded_at = d.decided_at LIMIT 1) imposed ON true
    LEFT JOIN redress.escalation_end e ON d.kind = 'escalation' AND e.jurisdiction_id = d.jurisdiction_id AND e.escalation_id = d.source_id
    LEFT JOIN redress.escalation x ON x.jurisdiction_id = e.jurisdiction_id AND x.id = e.escalation_id
    LEFT JOIN redress.officer_award w ON d.kind = 'officer_appeal' AND w.jurisdiction_id = d.jurisdiction_id AND w.appeal_id = d.source_id
    LEFT JOIN redress.officer_appeal p ON p.jurisdiction_id = w.jurisdiction_id AND p.id = w.appeal_id
    LEFT JOIN redress.reconsideration_end z ON d.kind = 'reconsideration' AND z.jurisdiction_id = d.jurisdiction_id AND z.reconsideration_id = d.source_id
    LEFT JOIN redress.reconsideration q ON q.jurisdiction_id = z.jurisdiction_id AND q.id = z.reconsideration_id
   WHERE d.complaint_id = $1 ORDER BY d.decided_at, d.id`;

const SEALED_IN: Readonly<Record<string, string>> = {
  escalation: 'escalation_end',
  officer_appeal: 'officer_award',
  reconsideration: 'reconsideration_end',
};

/** The matters of a case in the order in which they began, each with its decisions from the first to the one that stands. */
export async function decisionChains(
  manager: EntityManager,
  vault: CaseVault,
  { jurisdictionId, complaintId }: { jurisdictionId: string; complaintId: string },
): Promise<Matter[]> {
  const rows: Row[] = await manager.query(DECISIONS, [complaintId]);
  const sealed = rows.some(({ reasonsCipher }) => reasonsCipher !== null);
  const key = sealed ? await vault.open(manager, jurisdictionId, complaintId) : null;
  const reasonsOf = ({ kind, sourceId: rowId, openReasons, reasonsCipher }: Row): string | null => {
    if (!key || !reasonsCipher) return openReasons;
    return key.open({ table: SEALED_IN[kind] ?? '', column: 'reasons_cipher', rowId }, reasonsCipher);
  };
  const after = new Map(rows.map((row) => [row.supersedes ?? row.matterId, row]));
  return rows
    .filter(({ supersedes }) => supersedes === null)
    .map(({ matterId, allegationId }) => ({
      ...{ matterId, allegationId },
      decisions: chain(matterId, after).map((row) => told(row, reasonsOf(row), !after.has(row.id))),
    }));
}

/** By what each supersedes, and not by its time: two may be of one moment. */
function chain(matterId: string, after: ReadonlyMap<string, Row>): Row[] {
  const rows: Row[] = [];
  for (let row = after.get(matterId); row; row = after.get(row.id)) rows.push(row);
  return rows;
}

function told(row: Row, reasons: string | null, current: boolean): ChainedDecision {
  const { id, kind, outcome, cameOf, disciplineKind, disciplineDays, motionId, sourceId, decidedAt, supersedes } = row;
  const discipline = { disciplineKind, disciplineDays };
  return { id, kind, outcome, cameOf, ...discipline, reasons, motionId, sourceId, decidedAt, supersedes, current };
}
