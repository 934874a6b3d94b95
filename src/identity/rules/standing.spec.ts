import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Standing, standingRefusal } from './standing.js';

const provedAt = new Date('2026-11-02T12:00:00Z');
const after = (seconds: number) => new Date(provedAt.getTime() + seconds * 1_000);
const standing: Standing = { roles: ['records'], provedAt, hasSecondFactor: true, policy: DEFAULT_POLICY };
const asked = { permission: 'release.approve', stepUp: true, now: after(0) } as const;

describe('a session', () => {
  // ASVS 5.0: V7.5.3
  it('may do what needs a late proof for ten minutes after it', () => {
    expect(standingRefusal(standing, { ...asked, now: after(599) })).toBeNull();
    const refusal = standingRefusal(standing, { ...asked, now: after(600) });
    expect(refusal).toEqual({
      code: 'step-up-needed',
      message: 'This needs a proof of who you are that is not older than 10 minutes: give it again.',
      details: { how: 'POST /api/v1/sessions/current/step-up', ask: 'code' },
    });
    expect(standingRefusal(standing, { ...asked, stepUp: false, now: after(600) })).toBeNull();
    const longer = { ...standing, policy: { ...DEFAULT_POLICY, stepUpMinutes: 30 } };
    expect(standingRefusal(longer, { ...asked, now: after(1_799) })).toBeNull();
    expect(standingRefusal(longer, { ...asked, now: after(1_800) })?.code).toBe('step-up-needed');
  });

  it('needs no second factor where the place says nothing', () => {
    expect(DEFAULT_POLICY).toEqual({ secondFactorRoles: [], stepUpMinutes: 10 });
  });

  it('asks whoever has no second factor for the password', () => {
    const refusal = standingRefusal({ ...standing, hasSecondFactor: false }, { ...asked, now: after(600) });
    expect(refusal?.details?.['ask']).toBe('password');
  });

  it('of a role that must have a second factor may only get one, as long as there is none', () => {
    const policy = { ...DEFAULT_POLICY, secondFactorRoles: ['records' as const] };
    const without = { ...standing, hasSecondFactor: false, policy };
    expect(standingRefusal(without, { ...asked, stepUp: false })).toEqual({
      code: 'second-factor-required',
      message:
        'Your role signs in with a second factor here, and you have none: set one up under /api/v1/my-account first.',
    });
    expect(standingRefusal(without, { ...asked, permission: 'account.change' })).toBeNull();
    expect(standingRefusal(without, { ...asked, permission: 'session.end' })).toBeNull();
    expect(standingRefusal(without, { ...asked, permission: 'session.read' })).toBeNull();
    expect(standingRefusal({ ...without, roles: ['clerk', 'records'] }, asked)?.code).toBe('second-factor-required');
    expect(standingRefusal({ ...without, hasSecondFactor: true }, asked)).toBeNull();
    expect(standingRefusal({ ...without, roles: ['clerk'] }, asked)).toBeNull();
  });
});
