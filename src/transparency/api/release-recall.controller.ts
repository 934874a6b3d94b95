import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReleaseRecallReader } from '../records/release-recall.reader.js';
import { ReleasePageDto } from './release-page.dto.js';
import { RecalledReleasesView } from './release-recall.view.js';

/** What was released with cases that are not to be seen any more. */
@ApiTags('transparency')
@Controller('api/v1/release-recalls')
export class ReleaseRecallController {
  constructor(private readonly recalls: ReleaseRecallReader) {}

  /**
   * Releases that a case may stand in which was expunged, disposed of or sealed since: published ones are to be withdrawn, the
   * others cannot be published any more. How many cases, never which.
   */
  @Allow('release.request')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Query() { limit, after }: ReleasePageDto,
  ): Promise<RecalledReleasesView> {
    return this.recalls.page(actor, limit ?? 50, after ?? null);
  }
}
