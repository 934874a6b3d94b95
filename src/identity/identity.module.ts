import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PasswordHasher } from '../platform/crypto/index.js';
import { BeginSecondFactor } from './actions/begin-second-factor.js';
import { ChangePassword } from './actions/change-password.js';
import { ChangeRoles } from './actions/change-roles.js';
import { ConfirmSecondFactor } from './actions/confirm-second-factor.js';
import { DisableStaff } from './actions/disable-staff.js';
import { IssueDepartmentKey } from './actions/issue-department-key.js';
import { NoteFormerDepartment } from './actions/note-former-department.js';
import { RegisterDepartment } from './actions/register-department.js';
import { RegisterStaff } from './actions/register-staff.js';
import { RemoveSecondFactor } from './actions/remove-second-factor.js';
import { SignIn } from './actions/sign-in.js';
import { SignOut } from './actions/sign-out.js';
import { AccountController } from './api/account.controller.js';
import { AdministrationController } from './api/administration.controller.js';
import { SessionController } from './api/session.controller.js';
import { StaffAccountController } from './api/staff-account.controller.js';
import { PermissionGuard } from './permission.guard.js';
import { PersonReader } from './records/person.reader.js';
import { ReceiptHolderReader } from './records/receipt-holder.reader.js';
import { DepartmentKeyStrategy } from './sign-in/department-key-strategy.js';
import { OneTimeCodes } from './sign-in/one-time-codes.js';
import { ReceiptStrategy } from './sign-in/receipt-strategy.js';
import { SecondStepCheck } from './sign-in/second-step.js';
import { SessionStrategy } from './sign-in/session-strategy.js';

@Module({
  controllers: [SessionController, AccountController, AdministrationController, StaffAccountController],
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    SessionStrategy,
    DepartmentKeyStrategy,
    ReceiptStrategy,
    PasswordHasher,
    PersonReader,
    ReceiptHolderReader,
    OneTimeCodes,
    SecondStepCheck,
    SignIn,
    SignOut,
    RegisterStaff,
    RegisterDepartment,
    IssueDepartmentKey,
    NoteFormerDepartment,
    ChangePassword,
    ChangeRoles,
    DisableStaff,
    BeginSecondFactor,
    ConfirmSecondFactor,
    RemoveSecondFactor,
  ],
  exports: [ReceiptHolderReader, RegisterStaff, RegisterDepartment, IssueDepartmentKey, SignIn],
})
export class IdentityModule {}
