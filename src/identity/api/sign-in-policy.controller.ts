import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ActorOf } from '../../shared/actor.js';
import { SetSignInPolicy } from '../actions/set-sign-in-policy.js';
import { Allow, CurrentActor, StepUp } from '../allow.js';
import { SignInPolicyReader } from '../records/sign-in-policy.reader.js';
import { SignInPolicyDto } from './sign-in-policy.dto.js';
import { SignInPolicyView } from './sign-in-policy.view.js';

/** What a place asks of those who sign in. */
@ApiTags('identity')
@Controller('api/v1/sign-in-policy')
export class SignInPolicyController {
  constructor(
    private readonly setSignInPolicy: SetSignInPolicy,
    private readonly policies: SignInPolicyReader,
  ) {}

  /** Which roles must have a second factor, and how old a proof of who one is may be. */
  @Allow('staff.administer')
  @Get()
  async show(@CurrentActor() actor: ActorOf<'staff'>): Promise<SignInPolicyView> {
    return this.policies.of(actor);
  }

  /** Say so. It holds from everybody's next request: whoever must have a second factor and has none may only get one. */
  @Allow('staff.administer')
  @StepUp()
  @Put()
  @HttpCode(204)
  async put(@CurrentActor() actor: ActorOf<'staff'>, @Body() policy: SignInPolicyDto): Promise<void> {
    await this.setSignInPolicy.run(actor, policy);
  }
}
