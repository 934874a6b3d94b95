import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { type KeyRotation, lastRotation } from '../records/key-rotation.store.js';
import { type VersionStanding, versionsStanding } from '../records/organization-key.store.js';

export interface KeyStanding {
  readonly versions: VersionStanding[];
  /** The last rotation, over or not; null when there was none */
  readonly rotation: KeyRotation | null;
}

/** How a jurisdiction's keys stand; of the keys themselves nothing. */
@Injectable()
export class ReadKeyStanding {
  constructor(private readonly database: CaseDatabase) {}

  async run(jurisdictionId: string): Promise<KeyStanding> {
    return this.database.read({ jurisdictionId }, async (manager) => ({
      versions: await versionsStanding(manager),
      rotation: await lastRotation(manager),
    }));
  }
}
