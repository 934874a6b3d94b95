import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type Charter, charterInForce } from '../records/charter.store.js';
import { lackingTerms } from '../rules/lacking-terms.js';
import { EstablishJurisdiction, type NewJurisdiction } from './establish-jurisdiction.js';

/** Under whose terms records are imported, and by whom: by nobody in person. */
export interface ImportGround {
  actor: ActorOf<'system'>;
  charter: Charter;
  at: Date;
}

/** Makes sure that the place is there, and that its charter in force has every word that the records will be written in. */
@Injectable()
export class PrepareImport {
  constructor(
    private readonly establish: EstablishJurisdiction,
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken charter-lacks-words (409) */
  async run(place: NewJurisdiction): Promise<ImportGround> {
    const { id } = await this.establish.run(place);
    const ground = await this.groundIn(id);
    const lacking = lackingTerms(ground.charter.document, place.charter);
    if (lacking.length === 0) return ground;
    const some = lacking.slice(0, 5).join(', ');
    throw new RuleBroken(
      'charter-lacks-words',
      `The charter in force in ${place.slug} lacks ${lacking.length} words of these records (${some}): enact them first, or import into a jurisdiction of its own.`,
    );
  }

  /** A place that is there already, whatever its charter says. @throws RuleBroken no-such-jurisdiction (409) */
  async standing(slug: string): Promise<ImportGround> {
    const place = await this.database.jurisdictionBySlug(slug);
    if (place) return this.groundIn(place.id);
    throw new RuleBroken('no-such-jurisdiction', `There is no jurisdiction ${slug}: establish it first.`);
  }

  private async groundIn(jurisdictionId: string): Promise<ImportGround> {
    const actor = { kind: 'system', jurisdictionId } as const;
    const at = this.clock.now();
    return { actor, at, charter: await this.database.read(actor, (manager) => charterInForce(manager, at)) };
  }
}
