import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { OpenDatabases } from '../database/open-databases.js';
import { withDatabases } from './with-databases.js';

/** The application without its HTTP side: the same actions, rules and history entries that the API has. */
export async function withActions<T>(
  work: (app: INestApplicationContext, databases: OpenDatabases) => Promise<T>,
): Promise<T> {
  return withDatabases(async (databases) => {
    // A command's own output is for people; what goes wrong it says itself.
    const app = await NestFactory.createApplicationContext(AppModule.with({ ...databases, logLevel: 'silent' }), {
      logger: false,
      abortOnError: false,
    });
    try {
      return await work(app, databases);
    } finally {
      await app.close();
    }
  });
}
