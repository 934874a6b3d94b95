import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../platform/clock.js';
import { MasterKey } from '../platform/crypto/index.js';
import {
  KeyEncryptionKeys,
  KeyRows,
  type KeySettings,
  MASTER_KEY_ALONE,
  openMasterKey,
  OrganizationKeys,
} from '../platform/keys/index.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { ProofOfWork } from '../platform/http/proof-of-work.js';
import { Logger } from '../platform/logging/logger.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { connectionOptions } from '../platform/postgres/connection-options.js';
import { LesserLogins } from '../platform/postgres/lesser-logins.js';
import { PublishedDatabase } from '../platform/postgres/published-database.js';
import { PublishedNews } from '../platform/postgres/published-news.js';
import {
  AuditLogSettings,
  DEFAULT_AUDIT_LOG,
  DEFAULT_EVIDENCE,
  DEFAULT_SIGN_IN,
  EvidenceSettings,
  PublicDoorSettings,
  SignInSettings,
} from '../platform/settings.js';
import { PublicAddress } from '../platform/public-address.js';
import { DirectoryStore } from '../platform/storage/directory-store.js';
import { ObjectStore } from '../platform/storage/object-store.js';
import { ReleaseFiles } from '../platform/storage/release-files.js';
import { entities } from './entities.js';
import { PolicyWatch } from './policies/policy-watch.js';

/** What the application needs to run: two logins, one secret, one directory. */
export interface Connections {
  appUrl: string;
  publicUrl: string;
  /** Undefined when a key service holds the key that wraps all others. */
  masterKey: Buffer | undefined;
  dataDirectory: string;
  logLevel: string;
  /** Absent: a directory below the data directory, two gibibytes a file, no scanner. */
  evidence?: EvidenceSettings;
  /** Absent: checkpoints go to the public address alone. */
  auditLog?: AuditLogSettings;
  /** Absent: no proxy is believed, and nobody solves puzzles. */
  publicDoor?: PublicDoorSettings;
  /** Under which address the public finds us; absent or null: this machine's. */
  publicAddress?: string | null;
  /** Absent: the master key wraps the keys in the database. */
  keys?: KeySettings;
  /** Absent: people sign in on this machine. */
  signIn?: SignInSettings;
  /** Another clock than the machine's: the demo tells a story of four months. */
  clock?: Clock;
}

/** The ground that every feature stands on. */
@Module({})
export class DatabaseModule {
  static with(connections: Connections): DynamicModule {
    const { appUrl, publicUrl, masterKey, dataDirectory, logLevel, clock, evidence, auditLog, publicDoor } =
      connections;
    const { publicAddress = null, keys, signIn } = connections;
    const logger = new Logger(logLevel);
    const { user, ...connection } = connectionOptions(appUrl);
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          ...connection,
          username: user,
          entities,
          retryAttempts: 0,
          installExtensions: false,
          applicationName: 'redress',
          extra: {
            // A commit waits for the disk, not for the processor: with fewer, filing waits for a connection instead.
            max: 24,
            connectionTimeoutMillis: 2_000,
            statement_timeout: 30_000,
            idle_in_transaction_session_timeout: 60_000,
          },
        }),
      ],
      providers: [
        CaseDatabase,
        PolicyWatch,
        { provide: Clock, useValue: clock ?? new Clock() },
        { provide: Logger, useValue: logger },
        { provide: KeyEncryptionKeys, useFactory: () => KeyEncryptionKeys.of(masterKey, keys ?? MASTER_KEY_ALONE) },
        { provide: KeyRows, useFactory: () => new KeyRows(appUrl) },
        { provide: MasterKey, useFactory: openMasterKey, inject: [KeyEncryptionKeys, KeyRows] },
        {
          provide: OrganizationKeys,
          useFactory: (keks: KeyEncryptionKeys, rows: KeyRows) => new OrganizationKeys(keks, rows),
          inject: [KeyEncryptionKeys, KeyRows],
        },
        { provide: PublishedDatabase, useFactory: () => new PublishedDatabase(publicUrl) },
        { provide: PublishedNews, useFactory: () => new PublishedNews(publicUrl) },
        LesserLogins,
        { provide: JobQueue, useFactory: () => new JobQueue(appUrl, logger) },
        { provide: EvidenceSettings, useValue: evidence ?? DEFAULT_EVIDENCE },
        { provide: AuditLogSettings, useValue: auditLog ?? DEFAULT_AUDIT_LOG },
        { provide: PublicDoorSettings, useValue: publicDoor ?? new PublicDoorSettings() },
        ProofOfWork,
        { provide: PublicAddress, useValue: new PublicAddress(publicAddress) },
        { provide: SignInSettings, useValue: signIn ?? DEFAULT_SIGN_IN },
        { provide: ObjectStore, useFactory: () => storeOf(evidence ?? DEFAULT_EVIDENCE, dataDirectory) },
        { provide: ReleaseFiles, useValue: new ReleaseFiles(dataDirectory) },
      ],
      exports: [
        CaseDatabase,
        Clock,
        Logger,
        MasterKey,
        KeyEncryptionKeys,
        KeyRows,
        OrganizationKeys,
        PublishedDatabase,
        PublishedNews,
        JobQueue,
        ReleaseFiles,
        EvidenceSettings,
        AuditLogSettings,
        ProofOfWork,
        PublicAddress,
        SignInSettings,
        ObjectStore,
      ],
    };
  }
}

/** Amazon's library is loaded by who has a bucket: it is as large as the half of ours. */
async function storeOf({ bucket }: EvidenceSettings, dataDirectory: string): Promise<ObjectStore> {
  if (bucket === null) return new DirectoryStore(join(dataDirectory, 'evidence'));
  const { S3Store } = await import('../platform/storage/s3-store.js');
  return new S3Store({ bucket: bucket.name, endpoint: bucket.endpoint, region: bucket.region });
}
