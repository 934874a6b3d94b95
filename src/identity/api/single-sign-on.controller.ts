import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { SetSingleSignOn } from '../actions/set-single-sign-on.js';
import { SignInThroughIssuer } from '../actions/sign-in-through-issuer.js';
import { Allow, CurrentActor, Public, StepUp } from '../allow.js';
import { SessionView } from './session.view.js';
import { BeginSignOnDto, EndSignOnDto, ProviderDto, SignOnSubjectDto } from './single-sign-on.dto.js';
import { SignOnBegunView } from './single-sign-on.view.js';

/** Signing in through the place's own OpenID provider. */
@ApiTags('identity')
@Controller('api/v1')
export class SingleSignOnController {
  constructor(
    private readonly setSingleSignOn: SetSingleSignOn,
    private readonly signIn: SignInThroughIssuer,
  ) {}

  /** Say which provider is trusted here. */
  @Allow('staff.administer')
  @StepUp()
  @Put('single-sign-on')
  @HttpCode(204)
  async provider(@CurrentActor() actor: ActorOf<'staff'>, @Body() provider: ProviderDto): Promise<void> {
    await this.setSingleSignOn.provider(actor, provider);
  }

  /** Say as whom the provider knows somebody of the staff. Nobody else is let in through it. */
  @Allow('staff.administer')
  @StepUp()
  @Put('staff/:staffId/subject')
  @HttpCode(204)
  async subject(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('staffId', EXISTING_ID) staffId: string,
    @Body() { subject }: SignOnSubjectDto,
  ): Promise<void> {
    await this.setSingleSignOn.subject(actor, staffId, subject);
  }

  /** Begin: where to send the browser. Good for five minutes, once. 409 `no-single-sign-on`. */
  @Public()
  @Post('sessions/single-sign-on')
  @HttpCode(200)
  async begin(@Body() { jurisdiction }: BeginSignOnDto): Promise<SignOnBegunView> {
    return this.signIn.begin(jurisdiction);
  }

  /** End: a session for whom the provider vouches for. 401 `sign-in-refused` or `second-factor-needed`. */
  @Public()
  @Post('sessions/single-sign-on/callback')
  async end(@Body() back: EndSignOnDto): Promise<SessionView> {
    return this.signIn.run(back);
  }
}
