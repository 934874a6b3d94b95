import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PasswordHasher } from '../platform/crypto/index.js';
import { BeginSecondFactor } from './actions/begin-second-factor.js';
import { ChangePassword } from './actions/change-password.js';
import { ChangeRoles } from './actions/change-roles.js';
import { ConfirmSecondFactor } from './actions/confirm-second-factor.js';
import { DisableStaff } from './actions/disable-staff.js';
import { GiveToken } from './actions/give-token.js';
import { IssueDepartmentKey } from './actions/issue-department-key.js';
import { NoteFormerDepartment } from './actions/note-former-department.js';
import { RegisterClient } from './actions/register-client.js';
import { RegisterPasskey } from './actions/register-passkey.js';
import { RegisterDepartment } from './actions/register-department.js';
import { RegisterStaff } from './actions/register-staff.js';
import { RemoveOwnDevice } from './actions/remove-own-device.js';
import { RemovePasskey } from './actions/remove-passkey.js';
import { RemoveSecondFactor } from './actions/remove-second-factor.js';
import { SignIn } from './actions/sign-in.js';
import { RevokeAccess } from './actions/revoke-access.js';
import { SetSignInPolicy } from './actions/set-sign-in-policy.js';
import { SetSingleSignOn } from './actions/set-single-sign-on.js';
import { SignInThroughIssuer } from './actions/sign-in-through-issuer.js';
import { SignInWithPasskey } from './actions/sign-in-with-passkey.js';
import { SignOut } from './actions/sign-out.js';
import { StepUp } from './actions/step-up.js';
import { AccountController } from './api/account.controller.js';
import { AdministrationController } from './api/administration.controller.js';
import { DepartmentAccessController } from './api/department-access.controller.js';
import { MyPasskeysController } from './api/my-passkeys.controller.js';
import { PasskeySessionController } from './api/passkey-session.controller.js';
import { SessionController } from './api/session.controller.js';
import { SignInPolicyController } from './api/sign-in-policy.controller.js';
import { SingleSignOnController } from './api/single-sign-on.controller.js';
import { StaffAccountController } from './api/staff-account.controller.js';
import { TokenController } from './api/token.controller.js';
import { PermissionGuard } from './permission.guard.js';
import { DepartmentAccessReader } from './records/department-access.reader.js';
import { PasskeyReader } from './records/passkey.reader.js';
import { PersonReader } from './records/person.reader.js';
import { ReceiptHolderReader } from './records/receipt-holder.reader.js';
import { SignInPolicyReader } from './records/sign-in-policy.reader.js';
import { Challenges } from './sign-in/challenges.js';
import { ClientAssertion } from './sign-in/client-assertion.js';
import { DepartmentKeyStrategy } from './sign-in/department-key-strategy.js';
import { DepartmentTokenStrategy } from './sign-in/department-token-strategy.js';
import { IssuerClient } from './sign-in/issuer-client.js';
import { OneTimeCodes } from './sign-in/one-time-codes.js';
import { PasskeyCheck } from './sign-in/passkey-check.js';
import { PasskeyOptions } from './sign-in/passkey-options.js';
import { ReceiptStrategy } from './sign-in/receipt-strategy.js';
import { SecondStepCheck } from './sign-in/second-step.js';
import { SignOnRound } from './sign-in/sign-on-round.js';
import { SessionStrategy } from './sign-in/session-strategy.js';

@Module({
  controllers: [
    SessionController,
    AccountController,
    AdministrationController,
    StaffAccountController,
    SignInPolicyController,
    MyPasskeysController,
    PasskeySessionController,
    DepartmentAccessController,
    TokenController,
    SingleSignOnController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    SessionStrategy,
    DepartmentKeyStrategy,
    DepartmentTokenStrategy,
    ClientAssertion,
    DepartmentAccessReader,
    RegisterClient,
    RevokeAccess,
    GiveToken,
    ReceiptStrategy,
    PasswordHasher,
    PersonReader,
    ReceiptHolderReader,
    OneTimeCodes,
    SecondStepCheck,
    SignIn,
    SignOut,
    StepUp,
    SetSignInPolicy,
    SignInPolicyReader,
    RegisterStaff,
    RegisterDepartment,
    IssueDepartmentKey,
    NoteFormerDepartment,
    ChangePassword,
    ChangeRoles,
    DisableStaff,
    BeginSecondFactor,
    ConfirmSecondFactor,
    RemoveOwnDevice,
    RemoveSecondFactor,
    IssuerClient,
    SignOnRound,
    SetSingleSignOn,
    SignInThroughIssuer,
    Challenges,
    PasskeyCheck,
    PasskeyOptions,
    PasskeyReader,
    RegisterPasskey,
    RemovePasskey,
    SignInWithPasskey,
  ],
  exports: [ReceiptHolderReader, RegisterStaff, RegisterDepartment, IssueDepartmentKey, SignIn],
})
export class IdentityModule {}
