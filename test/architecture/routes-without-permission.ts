import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ALLOW, PUBLIC } from '../../src/identity/index.js';

export interface Route {
  name: string;
  permission: string | undefined;
  isPublic: boolean;
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
