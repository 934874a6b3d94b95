/** Parts of the case file, each one expression of its SQL over `c`, the case. Sealed texts: only whether there is one. */
export const SCREENINGS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('screeningId', s.id, 'decision', s.decision,
    'referredTo', s.referred_to, 'reasonCode', s.reason_code, 'overridden', s.overridden, 'appealUntil', s.appeal_until,
    'reason', jsonb_build_object('present', s.reason_cipher IS NOT NULL), 'decidedBy', s.decided_by,
    'decidedAt', redress.shown_time(s.decided_at, c.anonymous), 'supersedes', s.supersedes,
    'tests', (SELECT coalesce(jsonb_agg(jsonb_build_object('test', t.test, 'answer', t.answer) ORDER BY t.test), '[]')
      FROM redress.screening_answer t WHERE t.screening_id = s.id),
    'appeal', (SELECT jsonb_build_object('filedAt', redress.shown_time(p.filed_at, c.anonymous), 'takenBy', p.taken_by)
      FROM redress.screening_appeal p WHERE p.screening_id = s.id)) ORDER BY s.decided_at, s.id), '[]')
  FROM redress.screening s WHERE s.complaint_id = c.id)`;

export const REFERRALS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('referralId', r.id, 'body', r.body,
    'bodyName', r.body_name, 'sentOn', r.sent_on,
    'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'on', a.on_day) ORDER BY a.recorded_at, a.id), '[]')
      FROM redress.referral_answer a WHERE a.referral_id = r.id)) ORDER BY r.recorded_at, r.id), '[]')
  FROM redress.referral r WHERE r.complaint_id = c.id)`;

export const CLASSIFICATIONS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('classification', k.classification,
    'track', k.track, 'reason', jsonb_build_object('present', k.reason_cipher IS NOT NULL),
    'decidedBy', k.decided_by, 'decidedAt', redress.shown_time(k.decided_at, c.anonymous)) ORDER BY k.decided_at, k.id), '[]')
  FROM redress.classification k WHERE k.complaint_id = c.id)`;

/** A link to a case that is hidden from the reader is hidden with it: the wall is on both ends of its row. */
export const LINKS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('linkId', l.id, 'kind', l.kind,
    'complaintId', other.id, 'caseNumber', other.case_number, 'status', other.status,
    'outgoing', l.complaint_id = c.id, 'linkedBy', l.linked_by, 'linkedAt', redress.shown_time(l.linked_at, c.anonymous), 'endedAt', redress.shown_time(l.ended_at, c.anonymous))
    ORDER BY l.linked_at, l.id), '[]')
  FROM redress.case_link l JOIN redress.complaint other ON other.jurisdiction_id = l.jurisdiction_id
    AND other.id = CASE WHEN l.complaint_id = c.id THEN l.linked_complaint_id ELSE l.complaint_id END
  WHERE l.complaint_id = c.id OR l.linked_complaint_id = c.id)`;

export const DEPARTMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('departmentId', d.id, 'name', d.name) ORDER BY d.name), '[]')
  FROM redress.department d WHERE d.id IN (SELECT unnest(ARRAY[co.department_id, o.department_id]) FROM redress.complaint_officer co
    LEFT JOIN redress.officer o ON o.jurisdiction_id = co.jurisdiction_id AND o.id = co.officer_id WHERE co.complaint_id = c.id))`;

/** Of the officer `co` in the case: who they were taken for, and when that was undone. */
export const IDENTIFICATIONS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('identificationId', i.id, 'officerId', i.officer_id,
    'means', i.means, 'supersedes', i.supersedes,
    'reason', jsonb_build_object('present', i.reason_cipher IS NOT NULL), 'recordedBy', i.recorded_by,
    'recordedAt', redress.shown_time(i.recorded_at, c.anonymous)) ORDER BY i.recorded_at, i.id), '[]')
  FROM redress.officer_identification i WHERE i.complaint_id = c.id AND i.complaint_officer_id = co.id)`;
