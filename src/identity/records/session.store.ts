import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { StaffRole } from '../../shared/actor.js';
import { newId } from '../../platform/identifiers.js';
import { DEFAULT_POLICY, type SignInPolicy, type Standing } from '../rules/standing.js';

/** A session ends after half an hour without use, and after twelve hours in any case (OWASP ASVS 5.0, V7.3). */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;

export interface LiveSession extends Standing {
  id: string;
  staffId: string;
  roles: StaffRole[];
  lastSeenAt: Date;
}

type SessionRow = Omit<LiveSession, 'policy'> & { [Key in keyof SignInPolicy]: SignInPolicy[Key] | null };

/** A random 256-bit secret needs no slow hash: there is nothing to guess. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export async function insertSession(
  manager: EntityManager,
  session: { jurisdictionId: string; staffId: string; token: string; now: Date },
): Promise<string> {
  const id = newId();
  const endsAt = new Date(session.now.getTime() + ABSOLUTE_HOURS * 3_600_000);
  await manager.query(
    `INSERT INTO redress.session (jurisdiction_id, id, staff_id, token_hash, created_at, last_seen_at, proved_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $5, $5, $6)`,
    [session.jurisdictionId, id, session.staffId, hashOf(session.token), session.now, endsAt],
  );
  return id;
}

/** Roles come from the staff row as it stands now: what was taken away is gone with the next request. */
export async function findLiveSession(manager: EntityManager, token: string, now: Date): Promise<LiveSession | null> {
  const rows: SessionRow[] = await manager.query(
    `SELECT s.id, s.staff_id AS "staffId", p.roles, s.last_seen_at AS "lastSeenAt", s.proved_at AS "provedAt",
            redress.has_second_factor(s.staff_id) AS "hasSecondFactor",
            y.second_factor_roles AS "secondFactorRoles", y.step_up_minutes AS "stepUpMinutes"
       FROM redress.session s JOIN redress.staff p ON p.jurisdiction_id = s.jurisdiction_id AND p.id = s.staff_id
       LEFT JOIN redress.sign_in_policy y ON y.jurisdiction_id = s.jurisdiction_id
      WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND p.disabled_at IS NULL
        AND s.last_seen_at > $2::timestamptz - make_interval(mins => $3)`,
    [hashOf(token), now, IDLE_MINUTES],
  );
  if (!rows[0]) return null;
  const { secondFactorRoles, stepUpMinutes, ...session } = rows[0];
  return {
    ...session,
    policy: { ...DEFAULT_POLICY, ...(stepUpMinutes && secondFactorRoles ? { secondFactorRoles, stepUpMinutes } : {}) },
  };
}

/** The person behind this session has given all that they sign in with, once more. */
export async function noteProof(manager: EntityManager, token: string, now: Date): Promise<void> {
  await manager.query('UPDATE redress.session SET proved_at = $2 WHERE token_hash = $1 AND ended_at IS NULL', [
    hashOf(token),
    now,
  ]);
}

/** Once a minute is fine enough to tell half an hour by, and spares a write on every request. */
export async function touchSession(manager: EntityManager, session: LiveSession, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < 60_000) return;
  await manager.query('UPDATE redress.session SET last_seen_at = $2 WHERE id = $1', [session.id, now]);
}

export async function endSession(manager: EntityManager, token: string, now: Date): Promise<void> {
  await manager.query('UPDATE redress.session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL', [
    hashOf(token),
    now,
  ]);
}

/** Every session of this person's that runs. */
export async function endSessionsOf(manager: EntityManager, staffId: string, now: Date): Promise<void> {
  await manager.query('UPDATE redress.session SET ended_at = $2 WHERE staff_id = $1 AND ended_at IS NULL', [
    staffId,
    now,
  ]);
}
