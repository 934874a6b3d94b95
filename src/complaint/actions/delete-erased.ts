import { Injectable } from '@nestjs/common';
import { EvidenceFiles } from '../../evidence/index.js';
import { Logger } from '../../platform/logging/logger.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';

/**
 * Deletes the stored files of destroyed cases. They cannot be read any more, their key is gone; what the store does not
 * give up now is tried again every night. It never undoes a destruction that is done.
 */
@Injectable()
export class DeleteErased {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: EvidenceFiles,
    private readonly logger: Logger,
  ) {}

  async run(jurisdictionId: string): Promise<{ deleted: number; left: number }> {
    const scope = { jurisdictionId };
    const keys: { objectKey: string }[] = await this.database.read(scope, (manager) =>
      manager.query('SELECT object_key AS "objectKey" FROM redress.object_to_delete'),
    );
    let deleted = 0;
    for (const { objectKey } of keys) {
      try {
        await this.files.remove(objectKey);
        await this.database.transaction(scope, (manager) =>
          manager.query('DELETE FROM redress.object_to_delete WHERE object_key = $1', [objectKey]),
        );
        deleted++;
      } catch (error) {
        this.logger.failure('erased-object-left', error, {});
      }
    }
    return { deleted, left: keys.length - deleted };
  }
}
