import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertFormerDepartment } from '../records/former-department.store.js';

export interface FormerDepartment {
  staffId: string;
  departmentId: string;
  /** ISO date of the last day of service; absent: not known */
  until?: string | undefined;
}

/** Somebody of the staff served in a department before: its cases are not given to them unseen. */
@Injectable()
export class NoteFormerDepartment {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken noted-already (409) */
  async run(actor: Actor, former: FormerDepartment): Promise<void> {
    const { jurisdictionId } = actor;
    const { staffId, departmentId } = former;
    await this.database.transaction(actor, async (manager) => {
      const inserted = await insertFormerDepartment(manager, { ...former, jurisdictionId });
      if (inserted === 'missing') throw new NotFound();
      if (inserted === 'known') throw new RuleBroken('noted-already', 'It is known that they served there.');
      const subject = { kind: 'staff', id: staffId };
      const details = { department: departmentId };
      await recordHistory(manager, { actor, action: 'staff.note-department', subject, details, at: this.clock.now() });
    });
  }
}
