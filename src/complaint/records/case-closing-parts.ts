/** Parts of the case file about its end, each one expression of its SQL over `c`, the case. */
export const CLOSINGS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('endedAs', k.ended_as, 'reason', k.reason, 'disposition', k.disposition,
    'retentionClass', k.retention_class, 'authority', k.authority, 'disposeAfter', k.dispose_after, 'closedBy', k.closed_by,
    'closedAt', redress.shown_time(k.closed_at, c.anonymous), 'reopened', (SELECT jsonb_build_object('reopenedBy', r.reopened_by, 'reopenedAt', redress.shown_time(r.reopened_at, c.anonymous))
      FROM redress.reopening r WHERE r.complaint_id = c.id AND r.closing_id = k.id)) ORDER BY k.closed_at, k.id), '[]')
  FROM redress.closing k WHERE k.complaint_id = c.id)`;

export const HOLDS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('holdId', h.id, 'placedBy', h.placed_by,
    'placedAt', redress.shown_time(h.placed_at, c.anonymous), 'releasedBy', r.released_by, 'releasedAt', redress.shown_time(r.released_at, c.anonymous)) ORDER BY h.placed_at, h.id), '[]')
  FROM redress.legal_hold h
  LEFT JOIN redress.legal_hold_release r ON r.jurisdiction_id = h.jurisdiction_id AND r.hold_id = h.id
  WHERE h.complaint_id = c.id)`;

export const SEALINGS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('sealingId', s.id, 'orderedBy', s.ordered_by,
    'sealedBy', s.sealed_by, 'sealedAt', redress.shown_time(s.sealed_at, c.anonymous), 'liftedBy', s.lifted_by, 'liftedAt', redress.shown_time(s.lifted_at, c.anonymous))
    ORDER BY s.sealed_at, s.id), '[]')
  FROM redress.sealing s WHERE s.complaint_id = c.id)`;

export const EXPUNGEMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('expungementId', x.id, 'authority', x.authority,
    'askedBy', x.asked_by, 'askedAt', redress.shown_time(x.asked_at, c.anonymous), 'decision', x.decision, 'decidedBy', x.decided_by,
    'decidedAt', redress.shown_time(x.decided_at, c.anonymous)) ORDER BY x.asked_at, x.id), '[]')
  FROM redress.expungement x WHERE x.complaint_id = c.id)`;
