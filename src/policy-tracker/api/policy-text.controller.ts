import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { PublishText } from '../actions/publish-text.js';
import { WritePublicText } from '../actions/write-public-text.js';
import { PublicTextDto } from './policy.dto.js';
import { PolicyMadeView } from './policy.view.js';

/** What the public reads of a recommendation: one person writes it, another lets it out. */
@ApiTags('policy recommendations')
@Controller('api/v1/policy-recommendations/:policyId/public-texts')
export class PolicyTextController {
  constructor(
    private readonly writeText: WritePublicText,
    private readonly publishText: PublishText,
  ) {}

  /** Write what the public is to read of the recommendation, or of one step. Nobody is told it yet. */
  @Allow('policy-recommendation.write')
  @Post()
  async write(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Body() text: PublicTextDto,
  ): Promise<PolicyMadeView> {
    return this.writeText.run(actor, policyId, text);
  }

  /** Publish this very text. Whoever wrote it, or one before it of the same thing, cannot. */
  @Allow('policy-recommendation.publish')
  @Post(':textId/publication')
  @HttpCode(204)
  async publish(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Param('textId', EXISTING_ID) textId: string,
  ): Promise<void> {
    await this.publishText.run(actor, policyId, textId);
  }
}
