import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ALLOW, PUBLIC, STEP_UP } from '../../src/identity/index.js';

export interface Route {
  name: string;
  permission: string | undefined;
  isPublic: boolean;
  /** Whether it asks for a late proof of who is asking */
  stepUp: boolean;
}

/** Every route of every controller, with what its decorators say. */
export function routesOf(controllers: readonly (new (...parameters: never[]) => object)[]): Route[] {
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name): Route[] => {
      const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
      const path = [controller, handler]
        .map((target) => Reflect.getMetadata(PATH_METADATA, target) as string)
        .join('/');
      const said = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
      return [
        {
          name: `${method} /${path} (${controller.name}.${name})`,
          permission: said(ALLOW) as string | undefined,
          isPublic: said(PUBLIC) === true,
          stepUp: said(STEP_UP) === true,
        },
      ];
    }),
  );
}

export function controllersOf(app: INestApplication): (new (...parameters: never[]) => object)[] {
  const modules = [...app.get(ModulesContainer).values()];
  return modules.flatMap((module) => [...module.controllers.values()].map((wrapper) => wrapper.metatype as never));
}

/** The names of routes that say neither whom they are for nor that they are for everybody, or that say both. */
export function routesWithoutPermission(routes: readonly Route[]): string[] {
  return routes.filter((route) => (route.permission !== undefined) === route.isPublic).map((route) => route.name);
}

/** Whose every change is worth a late proof: what goes before the public, who is unmasked, who may do what. */
const PROVEN: readonly string[] = [
  'release.approve',
  'release.publish',
  'release.withdraw',
  'public-summary.approve',
  'board-report.publish',
  'identity.decide',
  'glass.decide',
  'staff.administer',
  'department.issue-key',
];
/** Reading that is worth one: lists of cases as files, and who is behind a case. */
const PROVEN_READING = /^GET \S*\/(complaints[.]csv|:complaintId\/identity) /;

/** The names of routes that are worth a late proof and ask for none. */
export function routesWithoutProof(routes: readonly Route[]): string[] {
  const worthIt = ({ name, permission }: Route): boolean =>
    permission === 'complaint.export' ||
    PROVEN_READING.test(name) ||
    (!name.startsWith('GET ') && PROVEN.includes(permission ?? '')) ||
    name.startsWith('POST /api/v1/staff ');
  return routes.filter((route) => worthIt(route) && !route.stepUp).map((route) => route.name);
}
