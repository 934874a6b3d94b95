import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { RegisterPasskey } from '../actions/register-passkey.js';
import { RemovePasskey } from '../actions/remove-passkey.js';
import { Allow, CurrentActor, StepUp } from '../allow.js';
import { PasskeyReader } from '../records/passkey.reader.js';
import { RegisteredView } from './administration.view.js';
import { NewPasskeyDto } from './passkey.dto.js';
import { PasskeyOptionsView, PasskeysView } from './passkey.view.js';

/** One's own passkeys (WebAuthn). */
@ApiTags('identity')
@Controller('api/v1/my-account/passkeys')
export class MyPasskeysController {
  constructor(
    private readonly registerPasskey: RegisterPasskey,
    private readonly removePasskey: RemovePasskey,
    private readonly passkeys: PasskeyReader,
  ) {}

  /** Begin with a new passkey: what the browser is asked with. It is good for five minutes, once. */
  @Allow('account.change')
  @StepUp()
  @Post('challenge')
  @HttpCode(200)
  async begin(@CurrentActor() actor: ActorOf<'staff'>): Promise<PasskeyOptionsView> {
    return { publicKey: await this.registerPasskey.begin(actor) };
  }

  /** Register it: from now on it signs you in, and the password alone does not. */
  @Allow('account.change')
  @StepUp()
  @Post()
  async register(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Body() { label, response }: NewPasskeyDto,
  ): Promise<RegisteredView> {
    return this.registerPasskey.run(actor, label, response);
  }

  /** Your passkeys, the oldest first. */
  @Allow('account.change')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>): Promise<PasskeysView> {
    return { items: await this.passkeys.of(actor) };
  }

  /** Take one away: it opens nothing from now on. */
  @Allow('account.change')
  @StepUp()
  @Delete(':passkeyId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('passkeyId', EXISTING_ID) passkeyId: string,
  ): Promise<void> {
    await this.removePasskey.run(actor, passkeyId);
  }
}
