import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Allow, CurrentActor, StepUp } from './allow.js';

class Routes {
  @Allow('complaint.list') list() {}
  @Allow('complaint.follow') follow() {}
  @Allow('release.approve') @StepUp() approve() {}
}
type Route = keyof Routes;
const handlerOf = (route: Route): object => Reflect.get(Routes.prototype, route);
const department: Actor = { kind: 'department', jurisdictionId: 'j', departmentId: 'd-1' };

describe('what stands over a route', () => {
  it('tells the description which credential opens it, and what it needs', () => {
    const told = (route: Route) =>
      Object.fromEntries(
        Reflect.getMetadataKeys(handlerOf(route)).map((key) => [
          key,
          Reflect.getMetadata(key, handlerOf(route)) as unknown,
        ]),
      );
    expect(JSON.stringify(told('follow'))).toContain('"receipt"');
    expect(JSON.stringify(told('list'))).toContain('"bearer"');
    expect(JSON.stringify(told('list'))).toContain('"x-permission":"complaint.list"');
    expect(JSON.stringify(told('approve'))).toContain('"x-step-up":true');
  });

  it('hands on who asks, and nobody where nobody was asked', () => {
    class Handler {
      handle(@CurrentActor() _actor: Actor) {}
    }
    const [{ factory }] = Object.values(
      Reflect.getMetadata('__routeArguments__', Handler, 'handle') as Record<
        string,
        { factory: (data: unknown, context: ExecutionContext) => Actor }
      >,
    ) as [{ factory: (data: unknown, context: ExecutionContext) => Actor }];
    const context = (request: object) =>
      ({ switchToHttp: () => ({ getRequest: () => request }) }) as unknown as ExecutionContext;
    expect(factory(undefined, context({ actor: department }))).toBe(department);
    expect(() => factory(undefined, context({}))).toThrow('@CurrentActor is for routes with @Allow');
  });
});
