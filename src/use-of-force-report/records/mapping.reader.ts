import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findMapping, listMappings, type StoredMapping } from './mapping.store.js';

/** A department's own mappings. */
@Injectable()
export class MappingReader {
  constructor(private readonly database: CaseDatabase) {}

  async list(actor: ActorOf<'department'>): Promise<StoredMapping[]> {
    return this.database.read(actor, (manager) => listMappings(manager, actor.departmentId));
  }

  async one(actor: ActorOf<'department'>, name: string): Promise<StoredMapping | null> {
    return this.database.read(actor, (manager) => findMapping(manager, actor.departmentId, name));
  }
}
