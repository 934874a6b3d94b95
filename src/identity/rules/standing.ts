import type { StaffRole } from '../../shared/actor.js';
import type { Permission } from './permissions.js';

/** What a place asks of those who sign in. */
export interface SignInPolicy {
  /** Whoever has one of these roles signs in with a second factor */
  secondFactorRoles: StaffRole[];
  /** For how long a proof of who one is is good for what needs one of late: release, unmasking, export, roles */
  stepUpMinutes: number;
}

/** Where a place says nothing. */
export const DEFAULT_POLICY: SignInPolicy = { secondFactorRoles: [], stepUpMinutes: 10 };

/** A no: its stable code, a sentence, and what a program may go on with. */
export interface StandingRefusal {
  code: string;
  message: string;
  details?: Readonly<Record<string, string>>;
}

/** How a session stands besides whose it is. */
export interface Standing {
  roles: readonly StaffRole[];
  /** When the person last gave all that they sign in with */
  provedAt: Date;
  hasSecondFactor: boolean;
  policy: SignInPolicy;
}

/** What a person may do who must have a second factor and has none yet: get one, and leave. */
const TO_ENROL: readonly Permission[] = ['account.change', 'session.read', 'session.end'];

/** Why this session may not do it now, whatever the person's role grants; null when it may. */
export function standingRefusal(
  standing: Standing,
  { permission, stepUp, now }: { permission: Permission; stepUp: boolean; now: Date },
): StandingRefusal | null {
  if (mustEnrol(standing) && !TO_ENROL.includes(permission))
    return {
      code: 'second-factor-required',
      message:
        'Your role signs in with a second factor here, and you have none: set one up under /api/v1/my-account first.',
    };
  if (!stepUp || isFresh(standing, now)) return null;
  return {
    code: 'step-up-needed',
    message: `This needs a proof of who you are that is not older than ${standing.policy.stepUpMinutes} minutes: give it again.`,
    details: { how: 'POST /api/v1/sessions/current/step-up', ask: standing.hasSecondFactor ? 'code' : 'password' },
  };
}

function mustEnrol({ roles, hasSecondFactor, policy }: Standing): boolean {
  return !hasSecondFactor && roles.some((role) => policy.secondFactorRoles.includes(role));
}

function isFresh({ provedAt, policy }: Standing, now: Date): boolean {
  return now.getTime() - provedAt.getTime() < policy.stepUpMinutes * 60_000;
}
