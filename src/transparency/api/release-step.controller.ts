import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ApproveRelease } from '../actions/approve-release.js';
import { PublishRelease } from '../actions/publish-release.js';
import { VerifyRelease } from '../actions/verify-release.js';
import { ApproveReleaseDto } from './approve-release.dto.js';
import { ApprovedView, PublishedView, VerificationView } from './release.view.js';

/** The steps between a built file and the public. */
@ApiTags('transparency')
@Controller('api/v1/releases/:releaseId')
export class ReleaseStepController {
  constructor(
    private readonly verifyRelease: VerifyRelease,
    private readonly approveRelease: ApproveRelease,
    private readonly publishRelease: PublishRelease,
  ) {}

  /** Let the independent verifier read the written file. 409 `not-anonymous` with the violations when it finds any. */
  @Allow('release.verify')
  @Post('verification')
  @HttpCode(200)
  async verify(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) id: string,
  ): Promise<VerificationView> {
    const { violations: _, ...proof } = await this.verifyRelease.run(actor, id);
    return proof;
  }

  /** Put your name under this very file. Two people must, and nobody twice; whoever asked for the release may be one of them. */
  @Allow('release.approve')
  @Post('approvals')
  async approve(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) releaseId: string,
    @Body() { fileSha256 }: ApproveReleaseDto,
  ): Promise<ApprovedView> {
    return this.approveRelease.run(actor, { releaseId, fileSha256 });
  }

  /** Bring the approved file before the public, whole. It cannot be changed or published again afterwards. */
  @Allow('release.publish')
  @Post('publication')
  async publish(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) id: string,
  ): Promise<PublishedView> {
    const { publishedAt } = await this.publishRelease.run(actor, id);
    return { publishedAt: publishedAt.toISOString() };
  }
}
