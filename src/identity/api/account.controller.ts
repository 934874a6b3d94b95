import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ActorOf } from '../../shared/actor.js';
import { BeginSecondFactor } from '../actions/begin-second-factor.js';
import { ChangePassword } from '../actions/change-password.js';
import { ConfirmSecondFactor } from '../actions/confirm-second-factor.js';
import { RemoveOwnDevice } from '../actions/remove-own-device.js';
import { Allow, CurrentActor, StepUp } from '../allow.js';
import { ChangePasswordDto, ConfirmSecondFactorDto } from './account.dto.js';
import { RecoveryCodesView, SecondFactorView } from './account.view.js';

/** One's own account: the password, and the second factor. */
@ApiTags('identity')
@Controller('api/v1/my-account')
export class AccountController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly beginSecondFactor: BeginSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly removeOwnDevice: RemoveOwnDevice,
  ) {}

  /** Take another password; all sessions end. 422 `password-wrong` or `weak-password`. */
  @Allow('account.change')
  @Post('password')
  @HttpCode(204)
  async password(@CurrentActor() actor: ActorOf<'staff'>, @Body() passwords: ChangePasswordDto): Promise<void> {
    await this.changePassword.run(actor, passwords);
  }

  /** Begin with a device that makes one-time codes: give it the secret, or the address as a QR code. Shown this once. */
  @Allow('account.change')
  @StepUp()
  @Post('second-factor')
  async begin(@CurrentActor() actor: ActorOf<'staff'>): Promise<SecondFactorView> {
    return this.beginSecondFactor.run(actor);
  }

  /** Send the device's first code: from then on signing in needs one. The answer's codes are for when the device is lost. */
  @Allow('account.change')
  @Post('second-factor/confirmation')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Body() { code }: ConfirmSecondFactorDto,
  ): Promise<RecoveryCodesView> {
    return this.confirmSecondFactor.run(actor, code);
  }

  /** Take the device away (there is one), as long as you have a passkey; all sessions end. 409 `last-second-factor`. */
  @Allow('account.change')
  @StepUp()
  @Delete('second-factor')
  @HttpCode(204)
  async remove(@CurrentActor() actor: ActorOf<'staff'>): Promise<void> {
    await this.removeOwnDevice.run(actor);
  }
}
