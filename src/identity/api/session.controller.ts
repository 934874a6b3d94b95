import { Body, Controller, Delete, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ActorOf } from '../../shared/actor.js';
import { SignIn } from '../actions/sign-in.js';
import { SignOut } from '../actions/sign-out.js';
import { StepUp } from '../actions/step-up.js';
import { Allow, CurrentActor, Public } from '../allow.js';
import { PersonReader } from '../records/person.reader.js';
import { SignInDto, StepUpDto } from './sign-in.dto.js';
import { PersonView, SessionView } from './session.view.js';

/** Signing in and out (staff). */
@ApiTags('identity')
@Controller('api/v1/sessions')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly stepUp: StepUp,
    private readonly people: PersonReader,
  ) {}

  /** Start a session. Send the token as `Authorization: Bearer …`; it ends after 30 idle minutes, 12 hours at most. */
  @Public()
  @Post()
  async start(@Body() credentials: SignInDto): Promise<SessionView> {
    const { token } = await this.signIn.run(credentials);
    return { token };
  }

  /** Who am I, and what may I do? */
  @Allow('session.read')
  @Get('current')
  async current(@CurrentActor() actor: ActorOf<'staff'>): Promise<PersonView> {
    return { staffId: actor.staffId, displayName: await this.people.nameOf(actor), roles: [...actor.roles] };
  }

  /** Show once more who you are: what is worth it (`x-step-up`) asks for a proof of the last minutes. 403 `step-up-refused`. */
  @Allow('account.change')
  @Post('current/step-up')
  @HttpCode(204)
  async prove(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Headers('authorization') header: string,
    @Body() proof: StepUpDto,
  ): Promise<void> {
    await this.stepUp.run(actor, header.slice('Bearer '.length), proof);
  }

  /** End the session now. */
  @Allow('session.end')
  @Delete('current')
  @HttpCode(204)
  async end(@CurrentActor() actor: ActorOf<'staff'>, @Headers('authorization') header: string): Promise<void> {
    await this.signOut.run(actor, header.slice('Bearer '.length));
  }
}
