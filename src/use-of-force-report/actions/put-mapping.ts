import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Mapping } from '../mapping/mapping.js';
import { mappingFaults } from '../mapping/mapping-faults.js';
import { findMapping, insertMapping, type StoredMapping } from '../records/mapping.store.js';

const NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** A mapping of a department's own columns and words; what was before stays, so that it can be told how a table was read. */
@Injectable()
export class PutMapping {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** The same again makes no new version. @throws RuleBroken mapping-name, mapping-faulty (422, with faults) */
  async run(actor: ActorOf<'department'>, name: string, document: unknown): Promise<StoredMapping> {
    if (!NAME.test(name))
      throw new RuleBroken('mapping-name', 'Name a mapping in small letters, digits and hyphens, at most 60.', 422);
    const faults = mappingFaults(document);
    if (faults.length > 0)
      throw new RuleBroken('mapping-faulty', 'This mapping cannot be followed; `errors` says where.', 422, faults);
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const standing = await findMapping(manager, actor.departmentId, name);
      if (standing && isDeepStrictEqual(standing.document, document)) return standing;
      const mapping = { name, version: (standing?.version ?? 0) + 1, document: document as Mapping };
      await insertMapping(manager, actor, { ...mapping, at });
      const subject = { kind: 'department', id: actor.departmentId };
      const details = { version: mapping.version };
      await recordHistory(manager, { actor, action: 'use-of-force-mapping.put', subject, details, at });
      return { ...mapping, madeAt: at };
    });
  }
}
