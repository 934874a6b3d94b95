import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Clock } from '../platform/clock.js';
import { NotFound, RuleBroken } from '../platform/errors/rule-broken.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import type { Actor, ActorOf } from '../shared/actor.js';
import { ALLOW, PUBLIC, STEP_UP } from './allow.js';
import { lookThroughGlass, openingInHand } from './records/glass-reading.js';
import { noteRefusal } from './records/refused-attempt.js';
import { relationsTo } from './records/relation.reader.js';
import { type Grant, type Grantee, grantsHeld, type Permission } from './rules/permissions.js';
import { type Scope, scopeRefusal } from './rules/scopes.js';
import { type Standing, type StandingRefusal, standingRefusal } from './rules/standing.js';

interface GuardedRequest {
  actor?: Actor;
  /** Of a session */
  standing?: Standing;
  /** Of a department's key or token */
  scopes?: readonly Scope[];
  params: { complaintId?: string };
  method: string;
  routeOptions: { url?: string };
}

/** What a role and a relation come to: a no, or the opening by break-glass that alone makes it a yes. */
interface Ruling {
  refusal: RuleBroken | null;
  openingId?: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Stands before every route and says no unless the route says otherwise: a route without a permission is closed. */
@Injectable()
export class PermissionGuard extends AuthGuard(['session', 'department-key', 'department-token', 'receipt']) {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
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
    const stepUp = this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, targets) === true;
    const at = this.clock.now();
    const complaintId = UUID.test(request.params.complaintId ?? '') ? request.params.complaintId : undefined;
    // What a role does not allow, or a wall hides, is refused first: a proof would not open it.
    const ruling = await this.ruling(actor, permission, request.params.complaintId);
    const refusal = ruling.refusal ?? credentialRefusal(request, { permission, stepUp, now: at });
    if (refusal !== null) {
      await noteRefusal(this.database, actor, { permission, complaintId, at });
      throw refusal;
    }
    const { openingId } = ruling;
    if (openingId && complaintId !== undefined && actor.kind === 'staff') {
      const operation = `${request.method} ${request.routeOptions.url ?? ''}`;
      const reading = { complaintId, openingId, permission, operation, at };
      request.actor = await lookThroughGlass(this.database, actor, reading);
    }
    return true;
  }

  /** Passport calls this with what the strategies found; nobody found is a 401 in our own words. */
  override handleRequest<User>(error: unknown, actor: User | false, _info: unknown, context: ExecutionContext): User {
    if (error) throw error as Error;
    if (!actor) throw notSignedIn();
    context.switchToHttp().getRequest<{ actor?: unknown }>().actor = actor;
    return actor;
  }

  private async ruling(actor: Actor, permission: Permission, complaintId?: string): Promise<Ruling> {
    const held = grantsHeld(permission, granteesOf(actor));
    const notAllowed = { refusal: new RuleBroken('not-allowed', `Your role does not allow ${permission}.`, 403) };
    if (held.length === 0) return notAllowed;
    if (actor.kind !== 'staff') return { refusal: null };
    if (await this.isRelated(actor, held, complaintId)) return { refusal: null };
    const openable = held.some(({ relation }) => relation === 'glass') && complaintId && UUID.test(complaintId);
    const openingId = openable ? await openingInHand(this.database, actor, complaintId) : null;
    if (openingId !== null) return { refusal: null, openingId };
    // Who could have it through an opening alone, and has none, is told what anybody is whose role does not allow it.
    return held.every(({ relation }) => relation === 'glass') ? notAllowed : { refusal: new NotFound() };
  }

  private async isRelated(actor: ActorOf<'staff'>, held: Grant[], complaintId?: string): Promise<boolean> {
    if (complaintId === undefined) return held.some((grant) => grant.relation === 'any');
    if (!UUID.test(complaintId)) return false;
    const relations = await this.database.read(actor, (manager) => relationsTo(manager, complaintId));
    return held.some((grant) => relations.includes(grant.relation));
  }
}

/** What the session's, the key's or the token's own standing forbids to somebody whose role would do. */
function credentialRefusal(
  { actor, standing, scopes = [] }: GuardedRequest,
  asked: Parameters<typeof standingRefusal>[1],
): RuleBroken | null {
  const ofSession = standing ? standingRefusal(standing, asked) : null;
  const refusal: StandingRefusal | null =
    ofSession ?? (actor?.kind === 'department' ? scopeRefusal(scopes, asked.permission) : null);
  return refusal && new RuleBroken(refusal.code, refusal.message, 403, [], refusal.details);
}

function notSignedIn(): RuleBroken {
  return new RuleBroken('not-signed-in', 'Sign in first: this needs a session, a department key or a receipt.', 401);
}

function granteesOf(actor: Actor): Grantee[] {
  if (actor.kind === 'staff') return [...actor.roles];
  return actor.kind === 'department' || actor.kind === 'complainant' ? [actor.kind] : [];
}
