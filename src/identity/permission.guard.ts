import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { NotFound, RuleBroken } from '../platform/errors/rule-broken.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import type { Actor, ActorOf } from '../shared/actor.js';
import { ALLOW, PUBLIC } from './allow.js';
import { relationsTo } from './records/relation.reader.js';
import { type Grant, type Grantee, grantsHeld, type Permission } from './rules/permissions.js';

interface GuardedRequest {
  actor?: Actor;
  params: { complaintId?: string };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Stands before every route and says no unless the route says otherwise: a route without a permission is closed. */
@Injectable()
export class PermissionGuard extends AuthGuard(['session', 'department-key', 'receipt']) {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: CaseDatabase,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOW, targets);
    if (!permission) throw new RuleBroken('not-allowed', 'Nobody may do this.', 403);
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const { actor } = request;
    if (!actor) throw notSignedIn();
    const held = grantsHeld(permission, granteesOf(actor));
    if (held.length === 0) throw new RuleBroken('not-allowed', `Your role does not allow ${permission}.`, 403);
    if (actor.kind === 'staff') await this.refuseStranger(actor, held, request.params.complaintId);
    return true;
  }

  /** Passport calls this with what the strategies found; nobody found is a 401 in our own words. */
  override handleRequest<User>(error: unknown, actor: User | false, _info: unknown, context: ExecutionContext): User {
    if (error) throw error as Error;
    if (!actor) throw notSignedIn();
    context.switchToHttp().getRequest<{ actor?: unknown }>().actor = actor;
    return actor;
  }

  private async refuseStranger(actor: ActorOf<'staff'>, held: Grant[], complaintId?: string): Promise<void> {
    if (complaintId === undefined) {
      if (held.some((grant) => grant.relation === 'any')) return;
      throw new NotFound();
    }
    if (!UUID.test(complaintId)) throw new NotFound();
    const relations = await this.database.read(actor, (manager) => relationsTo(manager, complaintId, actor.staffId));
    if (!held.some((grant) => relations.includes(grant.relation))) throw new NotFound();
  }
}

function notSignedIn(): RuleBroken {
  return new RuleBroken('not-signed-in', 'Sign in first: this needs a session, a department key or a receipt.', 401);
}

function granteesOf(actor: Actor): Grantee[] {
  if (actor.kind === 'staff') return [...actor.roles];
  return actor.kind === 'department' || actor.kind === 'complainant' ? [actor.kind] : [];
}
