import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { insertCharter } from '../records/charter.store.js';
import { checkedCharter } from '../records/check-charter.js';
import { insertJurisdiction } from '../records/jurisdiction.store.js';
import type { CharterDocument } from '../rules/charter-document.js';

export interface NewJurisdiction {
  slug: string;
  name: string;
  /** IANA name, e.g. America/Chicago */
  timeZone: string;
  charter: CharterDocument;
}

/** A place comes under oversight: its row and the first version of its charter. */
@Injectable()
export class EstablishJurisdiction {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** Returns the one that is there already, unchanged, when the slug is known. @throws RuleBroken charter-refused (422) */
  async run(jurisdiction: NewJurisdiction): Promise<{ id: string; established: boolean }> {
    const known = await this.database.jurisdictionBySlug(jurisdiction.slug);
    if (known) return { id: known.id, established: false };
    const document = checkedCharter(jurisdiction.charter);
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction({ jurisdictionId: id }, async (manager) => {
      await insertJurisdiction(manager, { ...jurisdiction, id });
      const charter = {
        jurisdictionId: id,
        id: newId(),
        version: 1,
        effectiveFrom: '1900-01-01',
        document,
      };
      await insertCharter(manager, charter);
      const actor = { kind: 'system', jurisdictionId: id } as const;
      await recordHistory(manager, {
        actor,
        action: 'jurisdiction.establish',
        subject: { kind: 'jurisdiction', id },
        at,
      });
    });
    return { id, established: true };
  }
}
