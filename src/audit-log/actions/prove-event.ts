import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { Checkpoints } from '../log/checkpoints.js';
import type { EventWords } from '../log/event-words.js';
import { inclusionPath } from '../log/merkle-tree.js';
import { leafPages, newestCheckpoint, sealedEvent } from '../records/sealed.reader.js';

/** That an event was in the history when a checkpoint was signed: checked with nothing but this and the key. */
export interface EventProof {
  event: EventWords;
  /** Its number in the tree, from 0 */
  index: number;
  /** Hashes beside its way to the root, lowest first, base64 */
  path: string[];
  /** The newest signed note */
  checkpoint: string;
  verifierKey: string;
}

@Injectable()
export class ProveEvent {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** @throws NotFound while it is not sealed, or there is none of that id. */
  async run(eventId: string): Promise<EventProof> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const found = await sealedEvent(manager, eventId);
      const newest = await newestCheckpoint(manager);
      if (!found || !newest) throw new NotFound();
      const leaves: Buffer[] = [];
      for await (const page of leafPages(manager)) leaves.push(...page.map(({ hash }) => hash));
      const path = inclusionPath(leaves.slice(0, Number(newest.size)), found.seq);
      return {
        event: found.words,
        index: found.seq,
        path: path.map((hash) => hash.toString('base64')),
        checkpoint: newest.note,
        verifierKey: this.checkpoints.verifierKey(),
      };
    });
  }
}
