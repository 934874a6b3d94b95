import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import type { WorkKind, WorkStatus } from '../rules/work-moves.js';

export interface TakenStep {
  to: WorkStatus;
  on: string;
  warning: string | null;
  warningAcknowledged: boolean | null;
  representativePresent: boolean | null;
  recordingEvidenceId: string | null;
  takenBy: string;
  text: string | null;
  recording: string | null;
}

export interface WorkItem {
  itemId: string;
  kind: WorkKind;
  status: WorkStatus;
  dueOn: string | null;
  assignedTo: string | null;
  personId: string | null;
  complaintOfficerId: string | null;
  recordKind: string | null;
  addedBy: string;
  what: string;
  whom: string | null;
  steps: TakenStep[];
}

type SealedStep = Omit<TakenStep, 'text' | 'recording'> & { sequence: number; words: string | null };
type SealedItem = Omit<WorkItem, 'what' | 'whom' | 'steps'> & { words: Buffer; steps: SealedStep[] };

const OF_CASE = `
  SELECT w.id AS "itemId", w.kind, w.status, w.due_on::text AS "dueOn", w.assigned_to AS "assignedTo",
         w.person_id AS "personId", w.complaint_officer_id AS "complaintOfficerId", w.record_kind AS "recordKind",
         w.added_by AS "addedBy", w.words_cipher AS words,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('sequence', s.sequence, 'to', s.to_status, 'on', s.on_day,
              'warning', s.warning, 'warningAcknowledged', s.warning_acknowledged,
              'representativePresent', s.representative_present, 'recordingEvidenceId', s.recording_evidence_id,
              'takenBy', s.taken_by, 'words', encode(s.words_cipher, 'base64')) ORDER BY s.sequence), '[]')
            FROM redress.work_step s WHERE s.item_id = w.id) AS steps
    FROM redress.work_item w
   WHERE w.complaint_id = $1 AND ($2::text IS NULL OR w.kind = $2) ORDER BY w.added_at, w.id`;

export interface OwnTask {
  itemId: string;
  complaintId: string;
  caseNumber: string;
  dueOn: string | null;
}

const OWN_TASKS = `
  SELECT w.id AS "itemId", w.complaint_id AS "complaintId", c.case_number AS "caseNumber", w.due_on::text AS "dueOn"
    FROM redress.work_item w JOIN redress.complaint c ON c.jurisdiction_id = w.jurisdiction_id AND c.id = w.complaint_id
   WHERE w.kind = 'task' AND w.status = 'open' AND w.assigned_to = $1
   ORDER BY w.due_on NULLS LAST, w.id LIMIT 200`;

/** What is to be done in a case, in clear, and what came of it; and what one person has to do in all cases. */
@Injectable()
export class WorkReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  async ofCase(actor: ActorOf<'staff'>, complaintId: string, kind: WorkKind | null): Promise<WorkItem[]> {
    return this.database.read(actor, async (manager) => {
      const rows: SealedItem[] = await manager.query(OF_CASE, [complaintId, kind]);
      if (rows.length === 0) return [];
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const column = 'words_cipher';
      return rows.map(({ words, steps, ...item }) => ({
        ...item,
        whom: null,
        ...(JSON.parse(key.open({ table: 'work_item', column, rowId: item.itemId }, words)) as { what: string }),
        steps: steps.map(({ sequence, words: cipher, ...step }) => {
          const place = { table: 'work_step', column, rowId: `${item.itemId}/${sequence}` };
          const opened = cipher === null ? '{}' : key.open(place, Buffer.from(cipher, 'base64'));
          return { text: null, recording: null, ...step, ...(JSON.parse(opened) as object) };
        }),
      }));
    });
  }

  /** The open tasks of whoever asks, what is due first first. */
  async own(actor: ActorOf<'staff'>): Promise<OwnTask[]> {
    return this.database.read(actor, (manager) => ownTasksOf(manager, actor));
  }
}

export async function ownTasksOf(manager: EntityManager, { staffId }: ActorOf<'staff'>): Promise<OwnTask[]> {
  return manager.query(OWN_TASKS, [staffId]);
}
