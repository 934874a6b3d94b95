import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SettingsRefused } from '../errors/settings-refused.js';
import { KeyRows } from '../keys/key-rows.js';
import { Logger } from '../logging/logger.js';
import { PublishedDatabase } from './published-database.js';

/** What a login may do that it should not: each of these passes over row-level security, or over the wall to the case side. */
const TOO_MUCH = `
  SELECT current_user AS login, array_remove(ARRAY[
    CASE WHEN rolsuper THEN 'is a superuser' END,
    CASE WHEN rolbypassrls THEN 'passes over row-level security' END,
    CASE WHEN rolcreaterole THEN 'may make roles' END,
    CASE WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                       WHERE n.nspname IN ('redress', 'published', 'keys') AND pg_has_role(c.relowner, 'USAGE'))
         THEN 'owns tables' END], NULL) AS "tooMuch",
    has_schema_privilege('redress', 'USAGE') AS "caseSide",
    current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync
    FROM pg_roles WHERE rolname = current_user`;

interface Login {
  login: string;
  tooMuch: string[];
  caseSide: boolean;
  checksums: string;
  fsync: string;
}

/** Serves and works with the two lesser logins alone: with a greater one every wall would stand and hold nobody. */
@Injectable()
export class LesserLogins implements OnModuleInit {
  constructor(
    private readonly rows: KeyRows,
    private readonly published: PublishedDatabase,
    private readonly logger: Logger,
  ) {}

  /** @throws SettingsRefused */
  async onModuleInit(): Promise<void> {
    const [app, reader] = await Promise.all([
      this.rows.within(null, async (client) => (await client.query<Login>(TOO_MUCH)).rows[0]),
      this.published.query<Login>(TOO_MUCH).then((rows) => rows[0]),
    ]);
    refuse('APP_DATABASE_URL', app, 'redress_app');
    refuse('PUBLIC_DATABASE_URL', reader, 'redress_public');
    if (reader?.caseSide === true)
      throw new SettingsRefused(
        `PUBLIC_DATABASE_URL signs in as ${reader.login}, who reaches cases: use redress_public.`,
      );
    // A managed server may have its own ways to be safe, so that these are told and not refused.
    if (app?.checksums === 'off') this.logger.warn('database-without-checksums');
    if (app?.fsync === 'off') this.logger.warn('database-without-fsync');
  }
}

function refuse(variable: string, login: Login | undefined, wanted: string): void {
  if (login && login.tooMuch.length > 0)
    throw new SettingsRefused(
      `${variable} signs in as ${login.login}, who ${login.tooMuch.join(', ')}: use ${wanted}.`,
    );
}
