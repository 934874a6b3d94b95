import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';
import { CLASSIFICATIONS, DEPARTMENTS, IDENTIFICATIONS, LINKS, REFERRALS, SCREENINGS } from './case-file-parts.js';

/** The whole file as one JSON document, made by PostgreSQL. Of sealed texts it says only whether there is one. */
const CASE_FILE = `
  SELECT c.version, jsonb_build_object(
    'complaintId', c.id, 'caseNumber', c.case_number, 'kind', c.kind, 'channel', c.channel, 'anonymous', c.anonymous,
    'status', c.status, 'receivedAt', c.received_at, 'incidentOn', c.incident_on,
    'district', c.district, 'beat', c.beat, 'closedOn', c.closed_on, 'language', c.language, 'source', c.source,
    'classification', c.classification, 'track', c.track, 'charterVersion', h.version, 'version', c.version,
    'narrative', jsonb_build_object('present', c.narrative_cipher IS NOT NULL),
    'place', jsonb_build_object('present', c.place_cipher IS NOT NULL),
    'screening', (SELECT jsonb_build_object('decision', s.decision, 'referredTo', s.referred_to,
        'reason', jsonb_build_object('present', s.reason_cipher IS NOT NULL), 'decidedBy', s.decided_by, 'decidedAt', s.decided_at)
      FROM redress.screening s WHERE s.complaint_id = c.id
        AND NOT EXISTS (SELECT FROM redress.screening later WHERE later.supersedes = s.id)),
    'screenings', ${SCREENINGS}, 'referrals', ${REFERRALS}, 'classifications', ${CLASSIFICATIONS}, 'links', ${LINKS},
    'departments', ${DEPARTMENTS},
    'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'roles', p.roles,
        'name', jsonb_build_object('present', p.name_cipher IS NOT NULL),
        'contact', jsonb_build_object('present', p.contact_cipher IS NOT NULL),
        'race', p.race, 'gender', p.gender, 'ageAtIncident', p.age_at_incident, 'injured', p.injured) ORDER BY p.id), '[]')
      FROM redress.complaint_person p WHERE p.complaint_id = c.id),
    'officers', (SELECT coalesce(jsonb_agg(jsonb_build_object('complaintOfficerId', co.id, 'role', co.role,
        'officerId', co.officer_id, 'name', o.name, 'badgeNumber', o.badge_number, 'departmentId', o.department_id,
        'description', jsonb_build_object('present', co.description_cipher IS NOT NULL),
        'rankAtIncident', co.rank_at_incident, 'unitAtIncident', co.unit_at_incident, 'rankNow', o.rank, 'unitNow', o.unit,
        'identifications', ${IDENTIFICATIONS},
        'identifiedAt', co.identified_at) ORDER BY co.id), '[]')
      FROM redress.complaint_officer co
      LEFT JOIN redress.officer o ON o.jurisdiction_id = co.jurisdiction_id AND o.id = co.officer_id
      WHERE co.complaint_id = c.id),
    'allegations', (SELECT coalesce(jsonb_agg(jsonb_build_object('allegationId', a.id,
        'complaintOfficerId', a.complaint_officer_id, 'category', a.category,
        'formerCategories', (SELECT coalesce(jsonb_agg(rn.former_category ORDER BY rn.renamed_at, rn.id), '[]')
          FROM redress.allegation_renaming rn WHERE rn.complaint_id = c.id AND rn.allegation_id = a.id),
        'findings', (SELECT coalesce(jsonb_agg(jsonb_build_object('findingId', f.id, 'stage', f.stage, 'finding', f.finding,
            'genericClass', f.generic_class, 'reasons', jsonb_build_object('present', f.reasons_cipher IS NOT NULL),
            'recordedBy', f.recorded_by, 'recordedAt', f.recorded_at, 'supersedes', f.supersedes,
            'standardOfProof', f.standard_of_proof,
            'evidenceIds', (SELECT coalesce(jsonb_agg(e.evidence_id ORDER BY e.evidence_id), '[]')
              FROM redress.finding_evidence e WHERE e.finding_id = f.id),
            'standing', NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id))
            ORDER BY f.recorded_at, f.id), '[]')
          FROM redress.finding f WHERE f.allegation_id = a.id),
        'disciplines', (SELECT coalesce(jsonb_agg(jsonb_build_object('disciplineId', d.id, 'stage', d.stage, 'kind', d.kind,
            'days', d.days, 'recordedAt', d.recorded_at, 'supersedes', d.supersedes) ORDER BY d.recorded_at, d.id), '[]')
          FROM redress.discipline d WHERE d.allegation_id = a.id))
        ORDER BY a.source_position, a.id), '[]')
      FROM redress.allegation a WHERE a.complaint_id = c.id),
    'assignments', (SELECT coalesce(jsonb_agg(jsonb_build_object('assignmentId', g.id, 'staffId', g.staff_id,
        'displayName', m.display_name, 'assignedBy', g.assigned_by, 'assignedAt', g.assigned_at, 'endedAt', g.ended_at)
        ORDER BY g.assigned_at, g.id), '[]')
      FROM redress.assignment g JOIN redress.staff m ON m.jurisdiction_id = g.jurisdiction_id AND m.id = g.staff_id
      WHERE g.complaint_id = c.id),
    'recusals', (SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', r.staff_id, 'reason', r.reason,
        'declaredAt', r.declared_at) ORDER BY r.declared_at, r.id), '[]')
      FROM redress.recusal r WHERE r.complaint_id = c.id)
  ) AS file
  FROM redress.complaint c
  JOIN redress.charter h ON h.jurisdiction_id = c.jurisdiction_id AND h.id = c.charter_id
  WHERE c.id = $1`;

@Injectable()
export class CaseFileReader {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound */
  async of<File>(scope: Scope, complaintId: string): Promise<{ version: number; file: File }> {
    const rows: { version: number; file: File }[] = await this.database.read(scope, (manager) =>
      manager.query(CASE_FILE, [complaintId]),
    );
    if (!rows[0]) throw new NotFound();
    return rows[0];
  }
}
