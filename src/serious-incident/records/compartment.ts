import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { seal, unseal } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { type KeyUnderOrganization, OrganizationKeys } from '../../platform/keys/index.js';

/**
 * The key of a review's privileged material: its own, neither the case's nor the office's. Its row, like the material, is there
 * for the team alone (policy `team_only`); the first of the team to write draws it.
 */
@Injectable()
export class Compartment {
  constructor(private readonly keys: OrganizationKeys) {}

  async seal(manager: EntityManager, at: MaterialPlace, text: string): Promise<Buffer> {
    return seal(await this.keyOf(manager, at), placeOf(at), Buffer.from(text));
  }

  /** @throws RuleBroken case-unreadable (410) */
  async open(manager: EntityManager, at: MaterialPlace, sealed: Buffer): Promise<string> {
    return unseal(await this.keyOf(manager, at), placeOf(at), sealed).toString();
  }

  private async keyOf(manager: EntityManager, { jurisdictionId, incidentId }: MaterialPlace): Promise<Buffer> {
    const place = { jurisdictionId, table: 'incident_compartment', column: 'key_cipher', rowId: incidentId };
    let row = await findKey(manager, incidentId);
    if (!row) {
      const { version, wrapped } = await this.keys.wrap(place, randomBytes(32));
      // Of two who write first at once one draws the key, and both get that one.
      await manager.query(
        `INSERT INTO redress.incident_compartment (jurisdiction_id, review_id, wrapping_key_id, organization_version, key_cipher)
         VALUES ($1, $2, 'organization/' || $3, $3::integer, $4) ON CONFLICT DO NOTHING`,
        [jurisdictionId, incidentId, version, wrapped],
      );
      row = await findKey(manager, incidentId);
    }
    if (!row || row.wrapped.length === 0)
      throw new RuleBroken('case-unreadable', 'The key of this compartment was destroyed with its case.', 410);
    return this.keys.unwrap(place, row);
  }
}

export interface MaterialPlace {
  jurisdictionId: string;
  incidentId: string;
  materialId: string;
}

function placeOf({ jurisdictionId, materialId }: MaterialPlace) {
  return { jurisdictionId, table: 'incident_material', column: 'words_cipher', rowId: materialId };
}

async function findKey(manager: EntityManager, incidentId: string): Promise<KeyUnderOrganization | undefined> {
  const rows: KeyUnderOrganization[] = await manager.query(
    'SELECT key_cipher AS wrapped, organization_version AS version FROM redress.incident_compartment WHERE review_id = $1',
    [incidentId],
  );
  return rows[0];
}
