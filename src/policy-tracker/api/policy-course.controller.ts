import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AddPolicyEvidence } from '../actions/add-policy-evidence.js';
import { ExtendPolicyAnswer } from '../actions/extend-policy-answer.js';
import { RecordPolicyAnswer } from '../actions/record-policy-answer.js';
import { VerifyPolicy } from '../actions/verify-policy.js';
import { PolicyAnswerDto, PolicyEvidenceDto, PolicyExtensionDto, VerifyPolicyDto } from './policy-course.dto.js';
import { PolicyMadeView } from './policy.view.js';

/** What becomes of a recommendation: answer, evidence, verification. */
@ApiTags('policy recommendations')
@Controller('api/v1/policy-recommendations/:policyId')
export class PolicyCourseController {
  constructor(
    private readonly recordAnswer: RecordPolicyAnswer,
    private readonly extendAnswer: ExtendPolicyAnswer,
    private readonly addEvidence: AddPolicyEvidence,
    private readonly verifyPolicy: VerifyPolicy,
  ) {}

  /** Record the addressee's answer, or that none came; a later one supersedes it. */
  @Allow('policy-recommendation.write')
  @Post('answers')
  async answer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Body() answered: PolicyAnswerDto,
  ): Promise<PolicyMadeView> {
    return this.recordAnswer.run(actor, policyId, answered);
  }

  /** Give the addressee more time to answer. */
  @Allow('policy-recommendation.write')
  @Post('extensions')
  async extend(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Body() extension: PolicyExtensionDto,
  ): Promise<PolicyMadeView> {
    return this.extendAnswer.run(actor, policyId, extension);
  }

  /** Add evidence that what was promised is done. */
  @Allow('policy-recommendation.write')
  @Post('evidence')
  async evidence(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Body() evidence: PolicyEvidenceDto,
  ): Promise<PolicyMadeView> {
    return this.addEvidence.run(actor, policyId, evidence);
  }

  /** Record what the board found when it looked whether it is done. */
  @Allow('policy-recommendation.write')
  @Post('verifications')
  async verify(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('policyId', EXISTING_ID) policyId: string,
    @Body() verification: VerifyPolicyDto,
  ): Promise<PolicyMadeView> {
    return this.verifyPolicy.run(actor, policyId, verification);
  }
}
