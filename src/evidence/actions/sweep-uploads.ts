import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { EvidenceFiles } from '../records/evidence-files.js';
import { abandonedUploads, settleUpload } from '../records/upload.store.js';

/** The longest that an upload may take. */
const A_DAY_MS = 86_400_000;

/** What an upload left in the store that ended with the machine, not with an answer. */
@Injectable()
export class SweepUploads {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly files: EvidenceFiles,
  ) {}

  async run(jurisdictionId: string): Promise<number> {
    const scope = { kind: 'system', jurisdictionId } as const;
    const before = new Date(this.clock.now().getTime() - A_DAY_MS);
    const abandoned = await this.database.read(scope, (manager) => abandonedUploads(manager, before));
    for (const { id, objectKey } of abandoned) {
      await this.files.remove(objectKey);
      await this.database.transaction(scope, (manager) => settleUpload(manager, id));
    }
    return abandoned.length;
  }
}
