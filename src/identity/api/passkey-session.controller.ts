import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignInWithPasskey } from '../actions/sign-in-with-passkey.js';
import { Public } from '../allow.js';
import { PasskeyChallengeDto, PasskeySignInDto } from './passkey.dto.js';
import { PasskeyOptionsView } from './passkey.view.js';
import { SessionView } from './session.view.js';

/** Signing in with a passkey. */
@ApiTags('identity')
@Controller('api/v1/sessions')
export class PasskeySessionController {
  constructor(private readonly signIn: SignInWithPasskey) {}

  /** What the browser is asked with; also for a step-up. It names nobody, and is good for five minutes, once. */
  @Public()
  @Post('passkey-challenge')
  @HttpCode(200)
  async challenge(@Body() { jurisdiction }: PasskeyChallengeDto): Promise<PasskeyOptionsView> {
    return { publicKey: await this.signIn.begin(jurisdiction) };
  }

  /** Start a session with a passkey: it stands for password and second factor. 401 `sign-in-refused`. */
  @Public()
  @Post('passkey')
  async start(@Body() { jurisdiction, response }: PasskeySignInDto): Promise<SessionView> {
    return this.signIn.run(jurisdiction, response);
  }
}
