import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { IssuePolicy } from '../actions/issue-policy.js';
import { WithdrawPolicy } from '../actions/withdraw-policy.js';
import { PolicyReader } from '../records/policy.reader.js';
import { WithdrawPolicyDto } from './policy-course.dto.js';
import { IssuePolicyDto, PolicyPageDto } from './policy.dto.js';
import { PoliciesView, PolicyIssuedView, PolicyMadeView, PolicyView } from './policy.view.js';

/** What the board asks of policy, training and supervision, apart from cases. */
@ApiTags('policy recommendations')
@Controller('api/v1/policy-recommendations')
export class PolicyController {
  constructor(
    private readonly issuePolicy: IssuePolicy,
    private readonly withdrawPolicy: WithdrawPolicy,
    private readonly policies: PolicyReader,
  ) {}

  /** Issue a recommendation; the addressee's time to answer begins. */
  @Allow('policy-recommendation.write')
  @Post()
  async issue(@CurrentActor() actor: ActorOf<'staff'>, @Body() issued: IssuePolicyDto): Promise<PolicyIssuedView> {
    return this.issuePolicy.run(actor, issued);
  }

  /** All recommendations, the latest first. */
  @Allow('policy-recommendation.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: PolicyPageDto): Promise<PoliciesView> {
    return { items: await this.policies.list(actor, page) };
  }

  /** One with all that happened to it since, and what was written of it for the public. */
  @Allow('policy-recommendation.read')
  @Get(':policyId')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
  ): Promise<PolicyView> {
    return this.policies.show(actor, policyId);
  }

  /** Take it back. */
  @Allow('policy-recommendation.write')
  @Post(':policyId/withdrawal')
  async withdraw(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Body() withdrawal: WithdrawPolicyDto,
  ): Promise<PolicyMadeView> {
    return this.withdrawPolicy.run(actor, policyId, withdrawal);
  }
}
