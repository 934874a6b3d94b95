import type { EntityManager } from 'typeorm';
import type { Charter } from '../../charter/index.js';
import type { BuildWatch } from '../build/build-watch.js';
import type { OpenTable } from '../build/open/open-manifest.js';
import type { TableManifest } from '../build/release-manifest.js';
import type { ReleasePlan } from '../build/release-plan.js';
import type { OpenSpec } from '../datasets/open-spec.js';
import type { ReleaseSpec } from '../datasets/release-spec.js';
import type { Place } from '../records/place.reader.js';
import type { SourceOfCut } from '../records/source-release.js';
import type { AnyManifest, Release } from '../records/release.store.js';

/** Longer than the search's budget: a transaction that shows one state of the cases waits for it, and not for ever. */
export const PATIENCE = '10min';

interface Ground {
  readonly release: Release;
  readonly charter: Charter;
  readonly place: Place;
  /** The release before, as it was published; null: there is none. */
  readonly former: AnyManifest | null;
}

/** What a release that is anonymized is built of. */
export interface ReleaseGround extends Ground {
  readonly spec: ReleaseSpec;
  readonly plan: ReleasePlan;
}

/** Where a build writes, and who watches it. */
export interface BuildPlace {
  /** Of the data file */
  readonly path: string;
  readonly watch: BuildWatch;
}

/** What a release that says nothing new is built of. */
export interface OpenGround extends Ground {
  readonly spec: OpenSpec;
  /** Of a cut; null: nothing is public that it could be cut from, or it is no cut */
  readonly source: SourceOfCut | null;
}

/** A release's data file, and what stands beside it. */
export interface BuiltContent {
  readonly manifest: TableManifest | OpenTable;
  /** How officers are shown, in words, where the charter is not to be asked. */
  readonly officers?: readonly string[];
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
