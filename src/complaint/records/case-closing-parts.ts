/** Parts of the case file about its end, each one expression of its SQL over `c`, the case. */
export const CLOSINGS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('endedAs', k.ended_as, 'reason', k.reason, 'disposition', k.disposition,
    'retentionClass', k.retention_class, 'authority', k.authority, 'disposeAfter', k.dispose_after, 'closedBy', k.closed_by,
    'closedAt', redress.shown_time(k.closed_at, c.anonymous), 'reopened', (SELECT jsonb_build_object('reopenedBy', r.reopened_by, 'reopenedAt', r.reopened_at)
      FROM redress.reopening r WHERE r.complaint_id = c.id AND r.closing_id = k.id)) ORDER BY k.closed_at, k.id), '[]')
  FROM redress.closing k WHERE k.complaint_id = c.id)`;

export const HOLDS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('holdId', h.id, 'placedBy', h.placed_by,
    'placedAt', h.placed_at, 'releasedBy', r.released_by, 'releasedAt', r.released_at) ORDER BY h.placed_at, h.id), '[]')
  FROM redress.legal_hold h
  LEFT JOIN redress.legal_hold_release r ON r.jurisdiction_id = h.jurisdiction_id AND r.hold_id = h.id
  WHERE h.complaint_id = c.id)`;

export const SEALINGS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('sealingId', s.id, 'orderedBy', s.ordered_by,
    'sealedBy', s.sealed_by, 'sealedAt', s.sealed_at, 'liftedBy', s.lifted_by, 'liftedAt', s.lifted_at)
    ORDER BY s.sealed_at, s.id), '[]')
  FROM redress.sealing s WHERE s.complaint_id = c.id)`;

export const EXPUNGEMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('expungementId', x.id, 'authority', x.authority,
    'askedBy', x.asked_by, 'askedAt', x.asked_at, 'decision', x.decision, 'decidedBy', x.decided_by,
    'decidedAt', x.decided_at) ORDER BY x.asked_at, x.id), '[]')
  FROM redress.expungement x WHERE x.complaint_id = c.id)`;
