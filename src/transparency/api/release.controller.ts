import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { CancelRelease } from '../actions/cancel-release.js';
import { RequestRelease } from '../actions/request-release.js';
import { ReleaseReader } from '../records/release.reader.js';
import { ReleasePageDto } from './release-page.dto.js';
import { ReleaseListView, ReleaseView, RequestedReleaseView } from './release.view.js';
import { releaseView, summaryView } from './release-view-of.js';
import { RequestReleaseDto } from './request-release.dto.js';

/** Releases on their way to the public: asked for, and looked at. */
@ApiTags('transparency')
@Controller('api/v1/releases')
export class ReleaseController {
  constructor(
    private readonly requestRelease: RequestRelease,
    private readonly releases: ReleaseReader,
    private readonly cancelRelease: CancelRelease,
  ) {}

  /** Ask for a new release of a dataset. A worker builds it; look at it again for its status. */
  @Allow('release.request')
  @Post()
  async request(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Body() body: RequestReleaseDto,
  ): Promise<RequestedReleaseView> {
    return this.requestRelease.run(actor, body);
  }

  /** All releases, newest first. */
  @Allow('release.read')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Query() { limit, after }: ReleasePageDto,
  ): Promise<ReleaseListView> {
    const { releases, next } = await this.releases.list(actor, limit ?? 50, after ?? null);
    return { releases: releases.map(summaryView), next };
  }

  /** Call it off while it waits to be built or is being built. What was written of it goes; its number is not given again. */
  @Allow('release.request')
  @Post(':releaseId/cancellation')
  @HttpCode(204)
  async cancel(@CurrentActor() actor: ActorOf<'staff'>, @Param('releaseId', EXISTING_ID) id: string): Promise<void> {
    await this.cancelRelease.run(actor, id);
  }

  /** What those who approve it look at: the spec, the manifest, the verifier's proof, the approvals, and the difference to the release before; while it is built, how far that is. */
  @Allow('release.read')
  @Get(':releaseId')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) id: string,
  ): Promise<ReleaseView> {
    return releaseView(await this.releases.show(actor, id));
  }
}
