import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { CLOSINGS, EXPUNGEMENTS, HOLDS, SEALINGS } from './case-closing-parts.js';
import { CLASSIFICATIONS, DEPARTMENTS, LINKS, REFERRALS, SCREENINGS } from './case-file-parts.js';
import { OFFICERS, PEOPLE } from './case-people-parts.js';
import { type Caution, cautionsOf } from '../rules/cautions.js';
import { refuseDestroyed } from './tombstone.reader.js';

/** The whole file as one JSON document, made by PostgreSQL. Of sealed texts it says only whether there is one. */
const CASE_FILE = `
  SELECT c.version, jsonb_build_object(
    'complaintId', c.id, 'caseNumber', c.case_number, 'kind', c.kind, 'channel', c.channel, 'anonymous', c.anonymous,
    'status', c.status, 'receivedAt', c.received_at, 'incidentOn', c.incident_on,
    'district', c.district, 'beat', c.beat, 'closedOn', c.closed_on, 'language', c.language, 'source', c.source,
    'classification', c.classification, 'track', c.track, 'charterVersion', h.version, 'version', c.version,
    'narrative', jsonb_build_object('present', c.narrative_cipher IS NOT NULL),
    'place', jsonb_build_object('present', c.place_cipher IS NOT NULL),
    'intake', jsonb_build_object('takenInBy', c.taken_in_by, 'privacy', c.privacy, 'shielded', c.shielded,
      'accommodations', c.accommodations, 'retaliationFeared', c.retaliation_feared,
      'retaliation', jsonb_build_object('present', c.retaliation_cipher IS NOT NULL),
      'pendingCharges', c.pending_charges, 'pendingSuit', c.pending_suit, 'preferredContact', c.preferred_contact,
      'affidavitReceivedOn', (SELECT a.received_on FROM redress.affidavit a WHERE a.complaint_id = c.id AND a.kind = 'received'),
      'affidavitOverridden', EXISTS (SELECT FROM redress.affidavit a WHERE a.complaint_id = c.id AND a.kind = 'overridden')),
    'messages', (SELECT jsonb_build_object('count', count(*), 'unread', count(*) FILTER (WHERE m.staff_id IS NULL AND m.number >
        coalesce((SELECT seen.up_to FROM redress.message_seen seen
          WHERE seen.complaint_id = c.id AND seen.staff_id = redress.current_staff()), 0)))
      FROM redress.message m WHERE m.complaint_id = c.id),
    'screening', (SELECT jsonb_build_object('decision', s.decision, 'referredTo', s.referred_to,
        'reason', jsonb_build_object('present', s.reason_cipher IS NOT NULL), 'decidedBy', s.decided_by, 'decidedAt', redress.shown_time(s.decided_at, c.anonymous))
      FROM redress.screening s WHERE s.complaint_id = c.id
        AND NOT EXISTS (SELECT FROM redress.screening later WHERE later.supersedes = s.id)),
    'screenings', ${SCREENINGS}, 'referrals', ${REFERRALS}, 'classifications', ${CLASSIFICATIONS}, 'links', ${LINKS},
    'departments', ${DEPARTMENTS}, 'closings', ${CLOSINGS}, 'holds', ${HOLDS}, 'sealings', ${SEALINGS},
    'expungements', ${EXPUNGEMENTS}, 'retentionClass', c.retention_class, 'disposeAfter', c.dispose_after,
    'people', ${PEOPLE}, 'officers', ${OFFICERS},
    'allegations', (SELECT coalesce(jsonb_agg(jsonb_build_object('allegationId', a.id,
        'complaintOfficerId', a.complaint_officer_id, 'category', a.category,
        'formerCategories', (SELECT coalesce(jsonb_agg(rn.former_category ORDER BY rn.renamed_at, rn.id), '[]')
          FROM redress.allegation_renaming rn WHERE rn.complaint_id = c.id AND rn.allegation_id = a.id),
        'findings', (SELECT coalesce(jsonb_agg(jsonb_build_object('findingId', f.id, 'stage', f.stage, 'finding', f.finding,
            'genericClass', f.generic_class, 'reasons', jsonb_build_object('present', f.reasons_cipher IS NOT NULL),
            'recordedBy', f.recorded_by, 'recordedAt', redress.shown_time(f.recorded_at, c.anonymous), 'supersedes', f.supersedes,
            'standardOfProof', f.standard_of_proof,
            'evidenceIds', (SELECT coalesce(jsonb_agg(e.evidence_id ORDER BY e.evidence_id), '[]')
              FROM redress.finding_evidence e WHERE e.finding_id = f.id),
            'standing', NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id))
            ORDER BY f.recorded_at, f.id), '[]')
          FROM redress.finding f WHERE f.allegation_id = a.id),
        'disciplines', (SELECT coalesce(jsonb_agg(jsonb_build_object('disciplineId', d.id, 'stage', d.stage, 'kind', d.kind,
            'days', d.days, 'recordedAt', redress.shown_time(d.recorded_at, c.anonymous), 'supersedes', d.supersedes) ORDER BY d.recorded_at, d.id), '[]')
          FROM redress.discipline d WHERE d.allegation_id = a.id))
        ORDER BY a.source_position, a.id), '[]')
      FROM redress.allegation a WHERE a.complaint_id = c.id),
    'assignments', (SELECT coalesce(jsonb_agg(jsonb_build_object('assignmentId', g.id, 'staffId', g.staff_id,
        'displayName', m.display_name, 'assignedBy', g.assigned_by, 'assignedAt', redress.shown_time(g.assigned_at, c.anonymous), 'endedAt', redress.shown_time(g.ended_at, c.anonymous),
        'endedWhy', g.ended_why, 'reason', jsonb_build_object('present', g.reason_cipher IS NOT NULL))
        ORDER BY g.assigned_at, g.id), '[]')
      FROM redress.assignment g JOIN redress.staff m ON m.jurisdiction_id = g.jurisdiction_id AND m.id = g.staff_id
      WHERE g.complaint_id = c.id),
    'recusals', (SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', r.staff_id, 'reason', r.reason,
        'declaredAt', redress.shown_time(r.declared_at, c.anonymous)) ORDER BY r.declared_at, r.id), '[]')
      FROM redress.recusal r WHERE r.complaint_id = c.id)
  ) AS file
  FROM redress.complaint c
  JOIN redress.charter h ON h.jurisdiction_id = c.jurisdiction_id AND h.id = c.charter_id
  WHERE c.id = $1`;

@Injectable()
export class CaseFileReader {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound, RuleBroken case-expunged, case-disposed (410) */
  async of<File extends { status: ComplaintStatus; intake: Parameters<typeof cautionsOf>[0] }>(
    scope: Scope,
    complaintId: string,
  ): Promise<{ version: number; file: File & { cautions: Caution[] } }> {
    return this.database.read(scope, async (manager) => {
      const rows: { version: number; file: File }[] = await manager.query(CASE_FILE, [complaintId]);
      if (!rows[0]) throw new NotFound();
      const { version, file } = rows[0];
      await refuseDestroyed(manager, complaintId, file.status);
      return { version, file: { ...file, cautions: cautionsOf(file.intake) } };
    });
  }
}
