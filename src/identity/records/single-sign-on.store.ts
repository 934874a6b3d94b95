import type { EntityManager } from 'typeorm';

export interface SingleSignOn {
  issuer: string;
  clientId: string;
  secretCipher: Buffer;
}

export async function findSingleSignOn(manager: EntityManager): Promise<SingleSignOn | null> {
  const rows: SingleSignOn[] = await manager.query(
    'SELECT issuer, client_id AS "clientId", secret_cipher AS "secretCipher" FROM redress.single_sign_on',
  );
  return rows[0] ?? null;
}

export async function putSingleSignOn(
  manager: EntityManager,
  jurisdictionId: string,
  { issuer, clientId, secretCipher }: SingleSignOn,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.single_sign_on (jurisdiction_id, issuer, client_id, secret_cipher) VALUES ($1, $2, $3, $4)
     ON CONFLICT (jurisdiction_id) DO UPDATE
       SET issuer = EXCLUDED.issuer, client_id = EXCLUDED.client_id, secret_cipher = EXCLUDED.secret_cipher`,
    [jurisdictionId, issuer, clientId, secretCipher],
  );
}

/** False when somebody else is that subject, or there is no such person. */
export async function putSubject(
  manager: EntityManager,
  {
    jurisdictionId,
    staffId,
    issuer,
    subject,
  }: { jurisdictionId: string; staffId: string; issuer: string; subject: string },
): Promise<boolean> {
  await manager.query('DELETE FROM redress.staff_subject WHERE staff_id = $1', [staffId]);
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.staff_subject (jurisdiction_id, staff_id, issuer, subject)
     SELECT $1, id, $3, $4 FROM redress.staff WHERE id = $2 AND disabled_at IS NULL
     ON CONFLICT (jurisdiction_id, issuer, subject) DO NOTHING RETURNING staff_id`,
    [jurisdictionId, staffId, issuer, subject],
  );
  return rows.length === 1;
}

export async function findStaffBySubject(
  manager: EntityManager,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | null> {
  const rows: { staffId: string }[] = await manager.query(
    'SELECT staff_id AS "staffId" FROM redress.staff_subject WHERE issuer = $1 AND subject = $2',
    [issuer, subject],
  );
  return rows[0]?.staffId ?? null;
}
