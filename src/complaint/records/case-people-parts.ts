import { IDENTIFICATIONS } from './case-file-parts.js';

/** Parts of the case file about who is in it, each one expression of its SQL over `c`, the case. */
const REPRESENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('representationId', r.id, 'personId', r.person_id,
    'complaintOfficerId', r.complaint_officer_id, 'from', r.from_day, 'until', r.until_day, 'receives', r.receives,
    'recordedBy', r.recorded_by, 'endedBy', r.ended_by,
    'endedAt', redress.shown_time(r.ended_at, c.anonymous)) ORDER BY r.from_day, r.id), '[]')
  FROM redress.representation r WHERE r.complaint_id = c.id AND r.representative_id = p.id)`;

export const PEOPLE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'roles', p.roles,
    'name', jsonb_build_object('present', p.name_cipher IS NOT NULL),
    'contact', jsonb_build_object('present', p.contact_cipher IS NOT NULL),
    'race', p.race, 'gender', p.gender, 'ageAtIncident', p.age_at_incident, 'injured', p.injured,
    'version', p.version, 'represents', ${REPRESENTS}, 'endedBy', p.ended_by,
    'endedAt', redress.shown_time(p.ended_at, c.anonymous)) ORDER BY p.id), '[]')
  FROM redress.complaint_person p WHERE p.complaint_id = c.id)`;

export const OFFICERS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('complaintOfficerId', co.id, 'role', co.role,
    'officerId', co.officer_id, 'name', o.name, 'badgeNumber', o.badge_number,
    'departmentId', coalesce(co.department_id, o.department_id),
    'description', jsonb_build_object('present', co.description_cipher IS NOT NULL),
    'rankAtIncident', co.rank_at_incident, 'unitAtIncident', co.unit_at_incident,
    'commandAtIncident', co.command_at_incident, 'incidentBasis', co.incident_basis,
    'rankNow', o.rank, 'unitNow', o.unit, 'commandNow', o.command,
    'identifications', ${IDENTIFICATIONS},
    'identifiedAt', redress.shown_time(co.identified_at, c.anonymous)) ORDER BY co.id), '[]')
  FROM redress.complaint_officer co
  LEFT JOIN redress.officer o ON o.jurisdiction_id = co.jurisdiction_id AND o.id = co.officer_id
  WHERE co.complaint_id = c.id)`;
