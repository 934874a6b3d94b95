import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseMasterKey } from './crypto/parse-master-key.js';
import { readSecretFile } from './crypto/read-secret-file.js';
import { SettingsRefused } from './errors/settings-refused.js';
import { DEFAULT_FILE_LIMITS, readFileLimits } from './file-limits.js';
import { type KeySettings, readKeySettings } from './keys/key-settings.js';
import { DEFAULT_SIGN_IN, readSignIn, SignInSettings } from './sign-in-settings.js';
import { wordsBetweenCommas } from './words-between-commas.js';

export { DEFAULT_SIGN_IN, parseMasterKey, SettingsRefused, SignInSettings };

/** Everything that an operator may set, read once at start. See README, "Settings". */
export interface Settings {
  /** The owner's database; undefined means the embedded one under `dataDirectory`. Needed by `migrate` only. */
  databaseUrl: string | undefined;
  /** The case side's own login. Derived from `databaseUrl` when not given. */
  appDatabaseUrl: string | undefined;
  /** The public side's own login. Derived from `databaseUrl` when not given. */
  publicDatabaseUrl: string | undefined;
  /** 32 bytes; undefined means: the one that stands in `dataDirectory`, made on first start (embedded database only). */
  masterKey: Buffer | undefined;
  dataDirectory: string;
  /** Under which address the public finds us, without a slash at its end; null: `http://localhost:` and the port. */
  publicAddress: string | null;
  host: string;
  port: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  evidence: EvidenceSettings;
  auditLog: AuditLogSettings;
  publicDoor: PublicDoorSettings;
  /** Which key wraps the keys in the database; without, the master key does. */
  keys: KeySettings;
  signIn: SignInSettings;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Where the bytes of evidence go, how many may come at once, and who scans them. */
export class EvidenceSettings {
  constructor(
    /** null: a directory below the data directory */
    readonly bucket: { readonly name: string; readonly endpoint: string | undefined; readonly region: string } | null,
    readonly mostBytes: number,
    /** A clamd that speaks INSTREAM; null: nothing is scanned */
    readonly scanner: { readonly host: string; readonly port: number } | null,
    readonly limits = DEFAULT_FILE_LIMITS,
  ) {}
}

/** How the door for people who are not signed in is kept open under a flood. */
export class PublicDoorSettings {
  constructor(
    /** Addresses or networks of our own proxies: whom they name in X-Forwarded-For is the caller. Empty: nobody is believed. */
    readonly trustedProxies: readonly string[] = [],
    /** Whether who files has to solve a puzzle first; `pressure`: while much more comes in than usual */
    readonly proofOfWork: 'off' | 'pressure' | 'always' = 'off',
    /** Zero bits that a solution begins with: 16 costs a telephone about a second */
    readonly proofBits = 16,
  ) {}
}

/** Where the history's checkpoints go besides the public address, and whose log they say it is. */
export class AuditLogSettings {
  constructor(
    /** The log's name in every checkpoint: an address without its scheme. The key belongs to the name. */
    readonly origin: string,
    /** Each checkpoint is appended to it; null: to none. Best on a disk that the database's administrators cannot write. */
    readonly file: string | null,
  ) {}
}

export const DEFAULT_AUDIT_LOG = new AuditLogSettings('redress.localhost/history', null);
export const DEFAULT_EVIDENCE = new EvidenceSettings(null, 2 * 2 ** 30, null);

/** @throws SettingsRefused naming the variable and how to mend it. */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const text = (name: string): string | undefined => noBlank(environment[name]?.trim());
  const logLevel = LOG_LEVELS.find((level) => level === (text('LOG_LEVEL') ?? 'info'));
  if (!logLevel) throw new SettingsRefused(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  const databaseUrl = text('DATABASE_URL');
  const appDatabaseUrl = text('APP_DATABASE_URL');
  const masterKey = readMasterKey(text('MASTER_KEY'), text('MASTER_KEY_FILE'));
  const keys = readKeySettings(text);
  if ((databaseUrl ?? appDatabaseUrl) && !masterKey && keys.current === null) {
    throw new SettingsRefused(
      'With a database of your own, set MASTER_KEY_FILE to a file with 32 random bytes in base64 (openssl rand -base64 32), or KEY_ENCRYPTION_KEY.',
    );
  }
  return {
    databaseUrl,
    appDatabaseUrl,
    publicDatabaseUrl: text('PUBLIC_DATABASE_URL'),
    masterKey,
    dataDirectory: resolve(text('DATA_DIRECTORY') ?? 'data'),
    publicAddress: readPublicAddress(text('PUBLIC_ADDRESS')),
    host: text('HOST') ?? '127.0.0.1',
    port: readPort(text('PORT')),
    logLevel,
    evidence: readEvidence(text),
    auditLog: readAuditLog(text),
    publicDoor: readPublicDoor(text),
    keys,
    signIn: readSignIn(text),
  };
}

function readPublicAddress(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || value.replace(/\/$/, '') !== url.origin)
    throw new SettingsRefused('PUBLIC_ADDRESS must be like https://oversight.example.gov: no path, no name of a user.');
  return url.origin;
}

function readAuditLog(text: (name: string) => string | undefined): AuditLogSettings {
  const origin = text('CHECKPOINT_ORIGIN') ?? DEFAULT_AUDIT_LOG.origin;
  if (/[\s+]/.test(origin)) throw new SettingsRefused('CHECKPOINT_ORIGIN is a name without blanks and without +.');
  const file = text('CHECKPOINT_FILE');
  return new AuditLogSettings(origin, file === undefined ? null : resolve(file));
}

function readPublicDoor(text: (name: string) => string | undefined): PublicDoorSettings {
  const named = wordsBetweenCommas(text('TRUSTED_PROXIES'));
  const mode = (['off', 'pressure', 'always'] as const).find((each) => each === (text('PROOF_OF_WORK') ?? 'off'));
  if (!mode) throw new SettingsRefused('PROOF_OF_WORK must be off, pressure or always.');
  if (named.some((each) => !isNetwork(each)))
    throw new SettingsRefused('TRUSTED_PROXIES must be addresses or networks (10.0.0.0/8), with commas between.');
  return new PublicDoorSettings(named, mode);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

function readEvidence(text: (name: string) => string | undefined): EvidenceSettings {
  const name = text('EVIDENCE_BUCKET');
  const endpoint = text('EVIDENCE_ENDPOINT');
  if (name === undefined && endpoint !== undefined)
    throw new SettingsRefused('EVIDENCE_ENDPOINT is set without EVIDENCE_BUCKET: name the bucket too.');
  const mebibytes = Number(text('EVIDENCE_MOST_MIB') ?? 2048);
  if (!Number.isInteger(mebibytes) || mebibytes < 1)
    throw new SettingsRefused('EVIDENCE_MOST_MIB must be a whole number of mebibytes, 1 or more.');
  const region = text('EVIDENCE_REGION') ?? 'us-east-1';
  return new EvidenceSettings(
    name === undefined ? null : { name, endpoint, region },
    mebibytes * 2 ** 20,
    readScanner(text('EVIDENCE_SCANNER')),
    readFileLimits(text),
  );
}

function readScanner(value: string | undefined): EvidenceSettings['scanner'] {
  if (value === undefined) return null;
  const [, host, port] = /^([^:\s]+):(\d{1,5})$/.exec(value) ?? [];
  if (host === undefined) throw new SettingsRefused('EVIDENCE_SCANNER must be host:port of a clamd.');
  return { host, port: readPort(port) };
}

/** A variable that is set to nothing is not set. */
function noBlank(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function readPort(value: string | undefined): number {
  const port = Number(value ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingsRefused('PORT must be a number, 0 to 65535.');
  return port;
}

function readMasterKey(inline: string | undefined, file: string | undefined): Buffer | undefined {
  const source = inline ?? (file === undefined ? undefined : readSecretFile(file));
  return source === undefined ? undefined : parseMasterKey(source);
}
