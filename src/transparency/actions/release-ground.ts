import type { EntityManager } from 'typeorm';
import type { Charter } from '../../charter/index.js';
import type { BuildWatch } from '../build/build-watch.js';
import type { ReleaseManifest, TableManifest } from '../build/release-manifest.js';
import type { ReleasePlan } from '../build/release-plan.js';
import type { ReleaseSpec } from '../datasets/release-spec.js';
import type { Place } from '../records/place.reader.js';
import type { Release } from '../records/release.store.js';

/** Longer than the search's budget: a transaction that shows one state of the cases waits for it, and not for ever. */
export const PATIENCE = '10min';

/** What a release is built of. */
export interface ReleaseGround {
  readonly release: Release;
  readonly spec: ReleaseSpec;
  readonly charter: Charter;
  readonly place: Place;
  readonly plan: ReleasePlan;
  /** The release before, as it was published; null: there is none. */
  readonly former: ReleaseManifest | null;
}

/** Where a build writes, and who watches it. */
export interface BuildPlace {
  /** Of the data file */
  readonly path: string;
  readonly watch: BuildWatch;
}

/** A release's data file, and what stands beside it. */
export interface BuiltContent {
  readonly manifest: TableManifest;
  /** Name and content. */
  readonly others: readonly (readonly [name: string, text: string])[];
  /** Puts down what the next release must know, in the transaction in which this one appears. */
  keep(manager: EntityManager): Promise<void>;
}

/** One REPEATABLE READ view is held through a search. */
export async function havePatience(manager: EntityManager): Promise<void> {
  await manager.query(
    `SELECT set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
    [PATIENCE],
  );
}
