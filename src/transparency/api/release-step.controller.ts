import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ApproveRelease } from '../actions/approve-release.js';
import { PublishRelease } from '../actions/publish-release.js';
import { VerifyRelease } from '../actions/verify-release.js';
import { WithdrawRelease } from '../actions/withdraw-release.js';
import { ApproveReleaseDto } from './approve-release.dto.js';
import { PublishReleaseDto } from './publish-release.dto.js';
import { ApprovedView, PublishedView, VerificationView, WithdrawnView } from './release.view.js';
import { TellOfChange } from './tell-of-change.interceptor.js';
import { WithdrawReleaseDto } from './withdraw-release.dto.js';

/** The steps between a built file and the public. */
@ApiTags('transparency')
@UseInterceptors(TellOfChange)
@Controller('api/v1/releases/:releaseId')
export class ReleaseStepController {
  constructor(
    private readonly verifyRelease: VerifyRelease,
    private readonly approveRelease: ApproveRelease,
    private readonly publishRelease: PublishRelease,
    private readonly withdrawRelease: WithdrawRelease,
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
  @StepUp()
  @Post('approvals')
  async approve(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) releaseId: string,
    @Body() { fileSha256 }: ApproveReleaseDto,
  ): Promise<ApprovedView> {
    return this.approveRelease.run(actor, { releaseId, fileSha256 });
  }

  /**
   * Bring the approved file before the public, whole; with `publishAt`, from then on: until then its addresses answer 404 and no list
   * has it. It cannot be changed or published again afterwards.
   */
  @Allow('release.publish')
  @StepUp()
  @Post('publication')
  @ApiBody({ type: PublishReleaseDto, required: false })
  async publish(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) id: string,
    @Body() body?: PublishReleaseDto,
  ): Promise<PublishedView> {
    const wanted = body?.publishAt === undefined ? null : new Date(body.publishAt);
    const { publishedAt, publicFrom } = await this.publishRelease.run(actor, id, wanted);
    return { publishedAt: publishedAt.toISOString(), publicFrom: publicFrom?.toISOString() ?? null };
  }

  /**
   * Take a published release from the public, at once. Rows and files answer 410 with the reason from then on; a corrected
   * release is the next version. What others have downloaded stays with them.
   */
  @Allow('release.withdraw')
  @StepUp()
  @Post('withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('releaseId', EXISTING_ID) releaseId: string,
    @Body() { reason }: WithdrawReleaseDto,
  ): Promise<WithdrawnView> {
    const { withdrawnAt } = await this.withdrawRelease.run(actor, { releaseId, reason });
    return { withdrawnAt: withdrawnAt.toISOString() };
  }
}
