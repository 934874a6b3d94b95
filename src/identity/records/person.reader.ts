import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findStaffName } from './staff.store.js';

@Injectable()
export class PersonReader {
  constructor(private readonly database: CaseDatabase) {}

  async nameOf(actor: ActorOf<'staff'>): Promise<string> {
    const name = await this.database.read(actor, (manager) => findStaffName(manager, actor.staffId));
    if (name === null) throw new NotFound();
    return name;
  }
}
