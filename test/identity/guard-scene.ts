import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import passport from 'passport';
import { Allow, Public, StepUp } from '../../src/identity/allow.js';
import { PermissionGuard } from '../../src/identity/permission.guard.js';
import { DEFAULT_POLICY } from '../../src/identity/rules/standing.js';
import type { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import type { Actor } from '../../src/shared/actor.js';

class Routes {
  @Public() open() {}
  @Allow('complaint.read') read() {}
  @Allow('complaint.list') list() {}
  @Allow('complaint.follow') follow() {}
  @Allow('use-of-force.read-own') readOwn() {}
  @Allow('release.approve') @StepUp() approve() {}
  forgotten() {}
}
export type Route = keyof Routes;

export const now = new Date('2026-11-02T12:00:00Z');
export const jurisdictionId = '018f2d3c-1111-7222-8333-444455556666';
export const complaintId = '018F2D3C-aaaa-7bbb-8ccc-ddddeeeeffff';
export const staff = (...roles: string[]) =>
  ({ kind: 'staff', jurisdictionId, staffId: 's-1', roles }) as unknown as Actor;
export const department: Actor = { kind: 'department', jurisdictionId, departmentId: 'd-1' };
export const complainant: Actor = { kind: 'complainant', jurisdictionId, complaintId, receiptId: 'r-1' };
export const standing = { roles: [], provedAt: now, hasSecondFactor: true, policy: DEFAULT_POLICY };

export const kinds = ['session', 'department-key', 'department-token', 'receipt'];

export interface Asked {
  actor?: Actor;
  id?: string;
  /** What the database finds of the case; null: nothing */
  row?: object | null;
  /** The opening by break-glass that is theirs and open */
  opening?: string;
  [more: string]: unknown;
}

/** What the guard answers, what it asked the database, and what it wrote down. */
export async function attempt(route: Route, { actor, id, row = null, opening, ...more }: Asked = {}) {
  const address = { method: 'GET', routeOptions: { url: '/api/v1/complaints/:complaintId' } };
  const request = { found: actor, params: id === undefined ? {} : { complaintId: id }, ...address, ...more };
  const [reads, notes]: [unknown[][], unknown[][]] = [[], []];
  const looked: unknown[] = [];
  const managerOf = (scope: object) => ({
    query: (sql: string, values: unknown[]) => {
      if (sql.includes('glass_in_hand')) return Promise.resolve((looked.push(scope), [{ id: opening ?? null }]));
      return Promise.resolve((reads.push(values), row ? [row] : []));
    },
  });
  const noting = { query: (_: string, values: unknown[]) => Promise.resolve(notes.push(values)) };
  const database = {
    read: (scope: object, work: (with_: unknown) => unknown) => work(managerOf(scope)),
    transaction: (scope: object, work: (with_: unknown) => unknown) => (notes.push([scope]), work(noting)),
  } as unknown as CaseDatabase;
  const guard = new PermissionGuard(new Reflector(), database, { now: () => now });
  const context = {
    getHandler: () => Reflect.get(Routes.prototype, route) as unknown,
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }),
  } as unknown as ExecutionContext;
  const answer = await guard.canActivate(context).catch((error: unknown) => error as { code: string; status: number });
  const said = typeof answer === 'boolean' ? answer : `${answer.status} ${answer.code}`;
  return { said, answer, reads, looked, notes, request: request as { actor?: Actor } };
}

/** For passport, the four ways of signing in: each finds whoever stands in the request, where it is this way that they came. */
export function useStrategies(): void {
  for (const kind of kinds)
    passport.use(kind, {
      authenticate(this: { success: (actor: Actor) => void; fail: () => void; error: (e: Error) => void }, request) {
        const { found, broken, by = kind } = request as unknown as { found?: Actor; broken?: boolean; by?: string };
        if (broken) this.error(new Error('no database'));
        else if (found && by === kind) this.success(found);
        else this.fail();
      },
    } as passport.Strategy);
}

export function forgetStrategies(): void {
  for (const kind of kinds) passport.unuse(kind);
}
