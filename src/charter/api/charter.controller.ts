import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { EnactCharter } from '../actions/enact-charter.js';
import { CharterReader } from '../records/charter.reader.js';
import { PublicCharterReader } from '../records/public-charter.reader.js';
import {
  CharterDifferenceView,
  CharterVersionsView,
  CharterView,
  EnactedCharterView,
  JurisdictionView,
} from './charter.view.js';
import { EnactCharterDto } from './enact-charter.dto.js';

/** The terms of oversight are public, every version of them. */
@ApiTags('charter')
@Controller('api/v1')
export class CharterController {
  constructor(
    private readonly charters: CharterReader,
    private readonly published: PublicCharterReader,
    private readonly enactCharter: EnactCharter,
  ) {}

  /** A jurisdiction and its charter: which channels, allegations and findings it knows, how its board votes. */
  @Public()
  @Get('jurisdictions/:jurisdiction')
  async show(@Param('jurisdiction') slug: string): Promise<JurisdictionView> {
    return this.charters.ofJurisdiction(slug);
  }

  /** Every version of a place's charter, newest first. */
  @Public()
  @Get('jurisdictions/:jurisdiction/charters')
  async versions(@Param('jurisdiction') slug: string): Promise<CharterVersionsView> {
    return { items: await this.published.versionsOf(slug) };
  }

  /** One version of a charter: the terms that a case under it is worked by. */
  @Public()
  @Get('charters/:charterId')
  async version(@Param('charterId', EXISTING_ID) charterId: string): Promise<CharterView> {
    return this.published.byId(charterId);
  }

  /** What changed from one version to another, place by place. */
  @Public()
  @Get('charters/:charterId/changes-to/:otherId')
  async difference(
    @Param('charterId', EXISTING_ID) charterId: string,
    @Param('otherId', EXISTING_ID) otherId: string,
  ): Promise<CharterDifferenceView> {
    return { items: await this.published.difference(charterId, otherId) };
  }

  /** Enact a new version, from a day on. Cases that are open keep the version that they were opened under. */
  @Allow('charter.enact')
  @Post('charters')
  async enact(@CurrentActor() actor: ActorOf<'staff'>, @Body() charter: EnactCharterDto): Promise<EnactedCharterView> {
    return this.enactCharter.run(actor, charter);
  }
}
