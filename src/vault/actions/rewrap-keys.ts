import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationKeys } from '../../platform/keys/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { type CaseKey, CaseVault } from '../records/case-vault.js';
import { holdRotation, type KeyRotation, noteProgress } from '../records/key-rotation.store.js';
import {
  compartmentKeys,
  epochKeys,
  nextCases,
  rewrapCases,
  rewrapCompartments,
  rewrapEpochs,
  type WrappedRow,
} from '../records/rewrap.store.js';
import { RotationWitnesses } from '../records/rotation-witnesses.js';

/** One batch of a rotation, while the application serves: whole or not at all, and its place kept with it. */
@Injectable()
export class RewrapKeys {
  /** Cases in one transaction: so many are held for some hundredths of a second. */
  batch = 200;

  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
    private readonly keys: OrganizationKeys,
    private readonly witnesses: RotationWitnesses,
  ) {}

  /** How many cases' keys were wrapped anew: 0 at the end of the walk, and the next one begins at the first case again. */
  async cases(jurisdictionId: string): Promise<number> {
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      const rotation = await holdRotation(manager);
      if (!rotation) return 0;
      const { id, afterCase, toVersion } = rotation;
      const rows = await nextCases(manager, { afterCase, toVersion, most: this.batch });
      const opened = new Map<string, CaseKey>();
      const anew: WrappedRow[] = [];
      for (const row of rows) {
        const { key, ...wrapped } = await this.vault.rewrap(jurisdictionId, row.id, row);
        opened.set(row.id, key);
        anew.push({ id: row.id, ...wrapped });
      }
      if (rows.length > 0) {
        await rewrapCases(manager, anew);
        await this.witnesses.tell(manager, jurisdictionId, opened);
      }
      await noteProgress(manager, id, { afterCase: rows.at(-1)?.id ?? null, done: rows.length });
      return rows.length;
    });
  }

  /** The keys of release epochs and of compartments. */
  async others(manager: EntityManager, jurisdictionId: string, { toVersion }: KeyRotation): Promise<void> {
    const anew = async (table: string, rows: readonly WrappedRow[]): Promise<WrappedRow[]> => {
      const written: WrappedRow[] = [];
      for (const row of rows) {
        const place = { jurisdictionId, table, column: 'key_cipher', rowId: row.id };
        written.push({ id: row.id, ...(await this.keys.wrap(place, await this.keys.unwrap(place, row))) });
      }
      return written;
    };
    await rewrapEpochs(manager, await anew('release_epoch', await epochKeys(manager, toVersion)));
    await rewrapCompartments(manager, await anew('incident_compartment', await compartmentKeys(manager, toVersion)));
  }
}
