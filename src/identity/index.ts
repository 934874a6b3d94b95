export { IssueDepartmentKey } from './actions/issue-department-key.js';
export { RegisterDepartment, type NewDepartment } from './actions/register-department.js';
export { RegisterStaff, type NewStaff } from './actions/register-staff.js';
export { SignIn } from './actions/sign-in.js';
export { Allow, ALLOW, CurrentActor, Public, PUBLIC, STEP_UP, StepUp } from './allow.js';
export { IdentityModule } from './identity.module.js';
export { ReceiptHolderReader } from './records/receipt-holder.reader.js';
export { endReceipt, insertReceipt } from './records/receipt.store.js';
export { type Grant, type Grantee, holdsEverywhere, permissions, type Permission } from './rules/permissions.js';
