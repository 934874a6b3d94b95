import type { RootBase } from './base.js';
import type { Problem } from './problem.js';

/** Most bytes of snapshots. */
const SNAPSHOT_BYTES = 384 * 2 ** 20;

/** What is needed to check nodes, all of it data: it can be sent to another thread. */
export interface Task {
  readonly root: RootBase;
  readonly demanded: Pick<Problem, 'k' | 'models' | 'metric'>;
  /** The most units that may be suppressed. */
  readonly limit: number;
  readonly snapshotBytes: number;
}

export function taskOf(root: RootBase, { k, models, metric, ...problem }: Problem): Task {
  return {
    root,
    demanded: { k, ...(models && { models }), ...(metric && { metric }) },
    limit: Math.floor(root.allUnits * problem.suppressionLimit),
    snapshotBytes: problem.snapshotBytes ?? SNAPSHOT_BYTES,
  };
}
