/** How a row `g` of redress.glass_opening stands, by the database's own clock: rules/opening-status.ts. */
export const STATUS = `
  CASE WHEN g.review IS NOT NULL THEN 'reviewed'
       WHEN g.decision = 'refused' THEN 'refused'
       WHEN g.decision = 'approved' THEN CASE WHEN g.ended_at IS NULL AND g.opened_until > now() THEN 'open' ELSE 'over' END
       WHEN g.ended_at IS NOT NULL THEN 'withdrawn'
       WHEN g.lapses_at <= now() THEN 'lapsed'
       ELSE 'waiting' END`;

/** Asked, not taken back, and in its time: to who asked it waits, also when somebody has refused it. */
export const LOOKS_WAITING = `
  (g.decision IS DISTINCT FROM 'approved' AND g.ended_at IS NULL AND g.lapses_at > now())`;
