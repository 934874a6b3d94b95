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
    expect([refusal?.code, refusal?.details?.['ask']]).toEqual(['step-up-needed', 'code']);
    expect(standingRefusal(standing, { ...asked, stepUp: false, now: after(600) })).toBeNull();
    const longer = { ...standing, policy: { ...DEFAULT_POLICY, stepUpMinutes: 30 } };
    expect(standingRefusal(longer, { ...asked, now: after(1_799) })).toBeNull();
    expect(standingRefusal(longer, { ...asked, now: after(1_800) })?.code).toBe('step-up-needed');
  });

  it('asks whoever has no second factor for the password', () => {
    const refusal = standingRefusal({ ...standing, hasSecondFactor: false }, { ...asked, now: after(600) });
    expect(refusal?.details?.['ask']).toBe('password');
  });

  it('of a role that must have a second factor may only get one, as long as there is none', () => {
    const policy = { ...DEFAULT_POLICY, secondFactorRoles: ['records' as const] };
    const without = { ...standing, hasSecondFactor: false, policy };
    expect(standingRefusal(without, { ...asked, stepUp: false })?.code).toBe('second-factor-required');
    expect(standingRefusal(without, { ...asked, permission: 'account.change' })).toBeNull();
    expect(standingRefusal(without, { ...asked, permission: 'session.end' })).toBeNull();
    expect(standingRefusal({ ...without, hasSecondFactor: true }, asked)).toBeNull();
    expect(standingRefusal({ ...without, roles: ['clerk'] }, asked)).toBeNull();
  });
});
