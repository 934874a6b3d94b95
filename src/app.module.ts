import { type DynamicModule, Module } from '@nestjs/common';
import { CharterModule } from './charter/index.js';
import { type Connections, DatabaseModule } from './database/database.module.js';
import { IdentityModule } from './identity/index.js';

/** The table of contents, in the order in which the data goes its way. */
@Module({})
export class AppModule {
  static with(connections: Connections): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.with(connections), IdentityModule, CharterModule],
    };
  }
}
