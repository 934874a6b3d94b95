import { Injectable } from '@nestjs/common';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';

/** Read as the public reads: by a role that reaches nothing but what is published. */
@Injectable()
export class PublishedCheckpointReader {
  constructor(private readonly published: PublishedDatabase) {}

  /** The newest signed note, or null before the first. */
  async newest(): Promise<string | null> {
    const [row] = await this.published.query<{ note: string }>(
      'SELECT note FROM published.history_checkpoint ORDER BY size DESC LIMIT 1',
    );
    return row?.note ?? null;
  }
}
