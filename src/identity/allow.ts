import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Actor } from '../shared/actor.js';
import { type Permission, permissions } from './rules/permissions.js';

export const ALLOW = 'redress:allow';
export const STEP_UP = 'redress:step-up';
export const PUBLIC = 'redress:public';

/** The route is for those whom `permissions` grants this. Relations go by the route's `:complaintId`. */
export const Allow = (permission: Permission) => {
  const scheme = permissions[permission].some((grant) => grant.to === 'complainant') ? 'receipt' : 'bearer';
  return applyDecorators(SetMetadata(ALLOW, permission), ApiSecurity(scheme), ApiExtension('x-permission', permission));
};

/** What the route does is worth a late proof of who is asking: the session gave it minutes ago, or gives it again. */
export const StepUp = () => applyDecorators(SetMetadata(STEP_UP, true), ApiExtension('x-step-up', true));

/** The route is for everybody; nobody is asked who they are. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Who is asking: set by the guard on every route with @Allow. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<{ actor?: Actor }>();
  if (!actor) throw new Error('@CurrentActor is for routes with @Allow');
  return actor;
});
