import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/**
 * Words of a case that stand open and outlive its expungement: codes of the charter and of the program, each of them read
 * and found to tell nobody's name. Everything else is emptied by name (`*_cipher`, `original`) or in redress.erase_the_rest().
 */
const KEPT = [
  'agenda_amendment.late_ground',
  'allegation.category',
  'allegation_renaming.category',
  'allegation_renaming.former_category',
  'audit_answer.item',
  'classification.classification',
  'classification.track',
  'closing.authority',
  'closing.disposition',
  'closing.reason',
  'closing.retention_class',
  'complaint.case_number',
  'complaint.source',
  'complaint.source_key',
  'complaint_person.roles',
  'conflict_declaration.relation',
  'deadline_extension.rule',
  'decision.outcome',
  'discipline.kind',
  'disposal_item.authority',
  'disposal_item.retention_class',
  'escalation.step',
  'escalation_end.discipline_kind',
  'evidence_upload.object_key',
  'finding.finding',
  'finding.standard_of_proof',
  'incident_compartment.wrapping_key_id',
  'incident_finding.topic',
  'incident_material.topic',
  'incident_team.role',
  'incident_topic.topic',
  'letter.agency',
  'letter.template',
  'motion.counted_members',
  'motion.proposed_finding',
  'motion_text.proposed_finding',
  'officer_appeal.route',
  'officer_award.discipline_kind',
  'officer_award.outcome',
  'officer_identification.means',
  'panel_draw.drawn',
  'panel_draw.excluded',
  'panel_draw.pool',
  'panel_draw.seed',
  'public_summary_approval.review_sha256',
  'public_summary_kept_hit.hit_id',
  'receipt.code_hash',
  'recommendation.discipline_kind',
  'recommendation_delivery.way',
  'reconsideration.ground',
  'recusal.reason',
  'referral.body',
  'representation.receives',
  'screening.reason_code',
  'screening_answer.test',
  'tolling.ground',
  'tolling.rule',
  'work_item.record_kind',
  'work_item.status',
  'work_step.from_status',
  'work_step.to_status',
  'work_step.warning',
];

/** Columns that could hold words, of every table whose rows belong to a case, that are not emptied by their name. */
async function wordColumns(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT format('%s.%s', c.table_name, c.column_name) AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'redress' AND t.table_type = 'BASE TABLE' AND c.table_name NOT IN ('history_event', 'tombstone')
        AND c.data_type IN ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying')
        AND c.column_name <> 'original' AND c.column_name NOT LIKE '%\\_cipher'
        AND (c.table_name = 'complaint' OR EXISTS (SELECT FROM information_schema.columns k WHERE k.table_schema = 'redress' AND k.table_name = c.table_name
          AND k.column_name = 'complaint_id'))
        AND NOT EXISTS (SELECT FROM pg_constraint s WHERE s.conrelid = format('redress.%I', c.table_name)::regclass AND s.contype = 'c'
          AND cardinality(s.conkey) = 1 AND pg_get_constraintdef(s.oid) LIKE '%= ANY (ARRAY[%'
          AND s.conkey[1] = (SELECT attnum FROM pg_attribute WHERE attrelid = s.conrelid AND attname = c.column_name))
      ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Those that the statements which empty by hand name. */
async function erasedByHand(columns: string[]): Promise<string[]> {
  const { rows } = await database.owner.query<{ source: string }>(
    `SELECT string_agg(prosrc, ';') AS source FROM pg_proc WHERE proname IN ('erase', 'erase_the_rest')`,
  );
  const statements = rows[0]!.source.split(';');
  return columns.filter((name) => {
    const [table = '', column = ''] = name.split('.');
    return statements.some(
      (statement) =>
        new RegExp(`(DELETE FROM redress[.]${table}|INSERT INTO redress[.]${table})\\b`).test(statement) ||
        (new RegExp(`UPDATE redress[.]${table}\\b`).test(statement) && new RegExp(`\\b${column} = `).test(statement)),
    );
  });
}

describe('what an expungement leaves', () => {
  it('is decided for every column that could hold words', async () => {
    const columns = await wordColumns();
    const erased = await erasedByHand(columns);
    expect(erased).toContain('motion.text');
    expect(columns.filter((name) => !erased.includes(name))).toEqual(KEPT);
  });

  it('is asked of a new column (planted)', async () => {
    await database.owner.query('ALTER TABLE redress.finding ADD COLUMN remark text');
    expect(await wordColumns()).toContain('finding.remark');
    expect(await erasedByHand(['finding.remark'])).toEqual([]);
    await database.owner.query('ALTER TABLE redress.finding DROP COLUMN remark');
  });
});
