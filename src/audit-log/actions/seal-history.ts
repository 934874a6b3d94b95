import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Logger } from '../../platform/logging/logger.js';
import { Checkpoints } from '../log/checkpoints.js';
import { leafHash } from '../log/merkle-tree.js';
import {
  appendLeaves,
  dueToSeal,
  forgetWaiting,
  grownTree,
  holdTree,
  keepCheckpoint,
  type Leaf,
  type Waiting,
} from '../records/audit-log.store.js';
import { eventsOf } from '../records/sealed.reader.js';

/** A transaction seals at most about so many: it stays short, and a long import is sealed in pieces. */
const MOST_EVENTS = 20_000;

export interface Sealed {
  /** How many events this run sealed, and how many are sealed now */
  sealed: number;
  size: number;
  /** The signed checkpoint; null when nothing was ever sealed */
  note: string | null;
}

/** Seals what was committed since the last time, and publishes the checkpoint that everybody can hold the history to. */
@Injectable()
export class SealHistory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkpoints: Checkpoints,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<Sealed> {
    for (let total = 0; ;) {
      const { note, sealed, size, more } = await this.sealSome();
      total += sealed;
      if (note !== null && sealed > 0) await this.checkpoints.toFile(note);
      if (!more) return { sealed: total, size, note };
    }
  }

  private async sealSome(): Promise<Sealed & { more: boolean }> {
    return this.dataSource.transaction(async (manager) => {
      await holdTree(manager);
      const at = this.clock.now();
      const tree = await grownTree(manager);
      const due = await dueToSeal(manager, at, MOST_EVENTS);
      const { leaves, done } = await this.leavesOf(manager, due);
      // By hash, not by arrival: within a checkpoint the tree tells nobody who came first.
      leaves.sort((one, other) => Buffer.compare(one.hash, other.hash));
      if (leaves.length === 0) {
        await forgetWaiting(manager, done);
        return {
          sealed: 0,
          size: tree.size,
          note: tree.size > 0 ? this.checkpoints.note(tree.size, tree.root()) : null,
          more: false,
        };
      }
      const first = tree.size;
      for (const { hash } of leaves) tree.add(hash);
      const note = this.checkpoints.note(tree.size, tree.root());
      await appendLeaves(manager, first, leaves);
      await forgetWaiting(manager, done);
      await keepCheckpoint(manager, { tree, note, at });
      return { sealed: leaves.length, size: tree.size, note, more: leaves.length >= MOST_EVENTS };
    });
  }

  /** An event that was committed and is gone before it was sealed was taken away by hand: it stays waiting, and is told of. */
  private async leavesOf(manager: EntityManager, due: readonly Waiting[]): Promise<{ leaves: Leaf[]; done: string[] }> {
    const leaves: Leaf[] = [];
    const done: string[] = [];
    for (const jurisdictionId of new Set(due.map((waiting) => waiting.jurisdictionId))) {
      const batch = due.filter((waiting) => waiting.jurisdictionId === jurisdictionId);
      const events = await eventsOf(
        manager,
        jurisdictionId,
        batch.flatMap(({ eventIds }) => eventIds),
      );
      const hashes = new Map(events.map(({ id, words }) => [id, leafHash(words)]));
      for (const { id, eventIds } of batch) {
        const made = eventIds.flatMap((eventId) => leafOf(eventId, hashes));
        if (made.length === eventIds.length) {
          leaves.push(...made);
          done.push(id);
        } else this.logger.failure('history-event-missing', new Error('An event of the history is gone.'));
      }
    }
    return { leaves, done };
  }
}

function leafOf(eventId: string, hashes: ReadonlyMap<string, Buffer>): Leaf[] {
  const hash = hashes.get(eventId);
  return hash ? [{ eventId, hash }] : [];
}
