import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PasswordHasher } from '../platform/crypto/index.js';
import { IssueDepartmentKey } from './actions/issue-department-key.js';
import { NoteFormerDepartment } from './actions/note-former-department.js';
import { RegisterDepartment } from './actions/register-department.js';
import { RegisterStaff } from './actions/register-staff.js';
import { SignIn } from './actions/sign-in.js';
import { SignOut } from './actions/sign-out.js';
import { AdministrationController } from './api/administration.controller.js';
import { SessionController } from './api/session.controller.js';
import { PermissionGuard } from './permission.guard.js';
import { PersonReader } from './records/person.reader.js';
import { DepartmentKeyStrategy } from './sign-in/department-key-strategy.js';
import { ReceiptStrategy } from './sign-in/receipt-strategy.js';
import { SessionStrategy } from './sign-in/session-strategy.js';

@Module({
  controllers: [SessionController, AdministrationController],
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    SessionStrategy,
    DepartmentKeyStrategy,
    ReceiptStrategy,
    PasswordHasher,
    PersonReader,
    SignIn,
    SignOut,
    RegisterStaff,
    RegisterDepartment,
    IssueDepartmentKey,
    NoteFormerDepartment,
  ],
  exports: [RegisterStaff, RegisterDepartment, IssueDepartmentKey, SignIn],
})
export class IdentityModule {}
