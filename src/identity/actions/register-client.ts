import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertClient } from '../records/department-client.store.js';
import { departmentExists } from '../records/department.store.js';
import { readClientKey } from '../rules/client-key.js';
import type { Scope } from '../rules/scopes.js';
import { clientName } from '../rules/token.js';

const LIFE_DAYS = 365;

export interface NewClient {
  label: string;
  /** A JSON Web Key */
  publicKey: Readonly<Record<string, unknown>>;
  scopes: readonly Scope[];
}

/** A department's program, known by a public key: the secret stays where it was made. */
@Injectable()
export class RegisterClient {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken client-key-refused (422), keys-enough (409) */
  async run(
    actor: ActorOf<'staff'>,
    departmentId: string,
    { label, publicKey: sent, scopes }: NewClient,
  ): Promise<{ id: string; clientId: string; endsAt: Date }> {
    const publicKey = readClientKey(sent);
    if ('refused' in publicKey) throw new RuleBroken('client-key-refused', publicKey.refused, 422);
    const { jurisdictionId } = actor;
    const id = newId();
    const createdAt = this.clock.now();
    const endsAt = new Date(createdAt.getTime() + LIFE_DAYS * 86_400_000);
    await this.database.transaction(actor, async (manager) => {
      if (!(await departmentExists(manager, departmentId))) throw new NotFound();
      await insertClient(manager, { jurisdictionId, id, departmentId, label, publicKey, scopes, createdAt, endsAt });
      const subject = { kind: 'department', id: departmentId };
      const details = { client: id, scopes };
      await recordHistory(manager, { actor, action: 'department.register-client', subject, details, at: createdAt });
    });
    return { id, clientId: clientName(jurisdictionId, id), endsAt };
  }
}
