import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Checkpoints } from '../log/checkpoints.js';
import { type HistoryHeld, holdHistory } from './hold-history.js';

/** Whether the history is what was sealed. One state of the database is read, however long it takes. */
@Injectable()
export class VerifyHistory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** @param notes checkpoints that were published and kept elsewhere */
  async run(notes: readonly string[] = []): Promise<HistoryHeld> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query(
        `SELECT set_config('statement_timeout', '0', true), set_config('transaction_read_only', 'on', true)`,
      );
      return holdHistory(manager, { verifierKey: this.checkpoints.verifierKey(), notes });
    });
  }
}
