import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { Compartment } from '../records/compartment.js';
import { requireMember } from '../records/incident-team.store.js';
import { holdIncident } from '../records/incident.store.js';
import { findMaterials, type SealedMaterial } from '../records/material.store.js';
import type { PrivilegedWords } from './add-privileged-material.js';

export type ReadMaterial = Omit<SealedMaterial, 'wordsCipher'> & PrivilegedWords;

/** A member of the team reads what is privileged: it is on record before a word goes out. */
@Injectable()
export class ReadPrivilegedMaterial {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly compartment: Compartment,
  ) {}

  /** @throws NotFound for whoever is not of the team, RuleBroken case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, incidentId: string): Promise<ReadMaterial[]> {
    const at = this.clock.now();
    const { jurisdictionId, staffId } = actor;
    return this.database.transaction(actor, async (manager) => {
      const { complaintId } = await holdIncident(manager, incidentId);
      await requireMember(manager, incidentId, staffId);
      const read: ReadMaterial[] = [];
      for (const { wordsCipher, ...row } of await findMaterials(manager, incidentId)) {
        const place = { jurisdictionId, incidentId, materialId: row.id };
        const words = JSON.parse(await this.compartment.open(manager, place, wordsCipher)) as PrivilegedWords;
        read.push({ ...row, ...words });
      }
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.read-material', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { materials: read.length },
      });
      return read;
    });
  }
}
