import { Injectable } from '@nestjs/common';
import { Logger } from '../../platform/logging/logger.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { uncopiedPictures } from '../records/copy.store.js';
import { CopyPicture } from './copy-picture.js';

/** In one round; the next one is a few minutes later. */
const MOST = 200;

/**
 * Every picture that may be read gets its copy. They are looked for, and not told of by a job for each: the queue would keep
 * to the millisecond when somebody sent one.
 */
@Injectable()
export class CopyPictures {
  constructor(
    private readonly database: CaseDatabase,
    private readonly copyPicture: CopyPicture,
    private readonly logger: Logger,
  ) {}

  /** What fails now is tried again in the next round, and keeps none of the others from theirs. @returns how many were dealt with */
  async run(jurisdictionId: string): Promise<number> {
    const scope = { kind: 'system', jurisdictionId } as const;
    const waiting = await this.database.read(scope, (manager) => uncopiedPictures(manager, MOST));
    let done = 0;
    for (const { itemId, complaintId } of waiting)
      try {
        await this.copyPicture.run({ jurisdictionId, complaintId, itemId });
        done++;
      } catch (error) {
        this.logger.failure('picture-uncopied', error);
      }
    return done;
  }
}
