import type { EntityManager } from 'typeorm';
import { DEFAULT_POLICY, type SignInPolicy } from '../rules/standing.js';

export async function findSignInPolicy(manager: EntityManager): Promise<SignInPolicy> {
  const rows: SignInPolicy[] = await manager.query(
    'SELECT second_factor_roles AS "secondFactorRoles", step_up_minutes AS "stepUpMinutes" FROM redress.sign_in_policy',
  );
  return rows[0] ?? DEFAULT_POLICY;
}

export async function putSignInPolicy(
  manager: EntityManager,
  jurisdictionId: string,
  { secondFactorRoles, stepUpMinutes }: SignInPolicy,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.sign_in_policy (jurisdiction_id, second_factor_roles, step_up_minutes) VALUES ($1, $2, $3)
     ON CONFLICT (jurisdiction_id) DO UPDATE
       SET second_factor_roles = EXCLUDED.second_factor_roles, step_up_minutes = EXCLUDED.step_up_minutes`,
    [jurisdictionId, secondFactorRoles, stepUpMinutes],
  );
}
