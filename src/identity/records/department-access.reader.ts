import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { clientName } from '../rules/token.js';
import { type Access, listClients, listKeys } from './department-access.store.js';
import { departmentExists } from './department.store.js';

@Injectable()
export class DepartmentAccessReader {
  constructor(private readonly database: CaseDatabase) {}

  /** What a department signs in with, the oldest first; of the secrets nothing. @throws NotFound */
  async of(
    actor: Actor,
    departmentId: string,
  ): Promise<{ keys: Access[]; clients: (Access & { clientId: string })[] }> {
    return this.database.read(actor, async (manager) => {
      if (!(await departmentExists(manager, departmentId))) throw new NotFound();
      const clients = await listClients(manager, departmentId);
      return {
        keys: await listKeys(manager, departmentId),
        clients: clients.map((client) => ({ ...client, clientId: clientName(actor.jurisdictionId, client.id) })),
      };
    });
  }
}
