import { randomUUID } from 'node:crypto';
import { RuleBroken } from '../../../src/platform/errors/rule-broken.js';
import { PermissionGuard } from '../../../src/identity/permission.guard.js';
import type { Cell, Operation, Standing } from './expected.js';
import type { Stage } from './stage.js';

const REACHED = 418;

/** From here on whoever gets past the guard is answered 418, before anything is done. @returns what undoes it */
export function stopBehindGuard(): () => void {
  const canActivate = Reflect.get<PermissionGuard, 'canActivate'>(PermissionGuard.prototype, 'canActivate');
  PermissionGuard.prototype.canActivate = async function (context) {
    await canActivate.call(this, context);
    throw new RuleBroken('reached', 'The guard let it through.', REACHED);
  };
  return () => {
    PermissionGuard.prototype.canActivate = canActivate;
  };
}

/** The operations of the API's description, with the permission that each asks for. */
export function operationsOf(description: {
  paths: Record<string, Record<string, { 'x-permission'?: string }>>;
}): Operation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        permission: operation['x-permission'] ?? null,
      })),
  );
}

/** What becomes of it over HTTP. A refusal that tells a hidden case from a missing one is an outcome of its own. */
export async function ask(stage: Stage, { operation, person, standing }: Cell): Promise<string | number> {
  const { redress } = stage;
  const complaintId = caseOf(stage, person, standing);
  const url = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'complaintId') return complaintId;
    return name === 'jurisdiction' ? redress.jurisdiction.slug : randomUUID();
  });
  const { status, body } = await redress.request(operation.method as 'GET', url, credential(stage, person));
  if (status === REACHED) return 'reached';
  if (status === 404) return isPlain(body) ? 404 : `404 that says more: ${JSON.stringify(body)}`;
  return status === 401 || status === 403 ? status : String(status);
}

function caseOf({ cases }: Stage, person: string, standing: Standing): string {
  return cases.get(person)?.get(standing) ?? randomUUID();
}

function credential({ people, receipt, departmentKey }: Stage, person: string): { as?: string; receipt?: string } {
  if (person === 'nobody') return {};
  if (person === 'complainant') return { receipt };
  return { as: person === 'department' ? departmentKey : people.get(person)!.token };
}

/** The one answer for what is not there and for what is hidden. */
function isPlain(body: Record<string, unknown> | undefined): boolean {
  return body?.['code'] === 'not-found' && body['details'] === undefined;
}
