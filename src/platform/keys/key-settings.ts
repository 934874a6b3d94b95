import { parseMasterKey } from '../crypto/parse-master-key.js';
import { readSecretFile } from '../crypto/read-secret-file.js';
import { SettingsRefused } from '../errors/settings-refused.js';
import type { AwsKmsAt } from './aws-kms-key.js';
import type { VaultTransitAt } from './vault-transit-key.js';

export type KeySetting =
  | { readonly kind: 'local'; readonly secret: Buffer }
  | ({ readonly kind: 'aws-kms' } & AwsKmsAt)
  | ({ readonly kind: 'vault-transit' } & VaultTransitAt);

/** Which key wraps from now on, and which others may still have to open. */
export interface KeySettings {
  /** null: the master key */
  readonly current: KeySetting | null;
  readonly former: readonly KeySetting[];
}

export const MASTER_KEY_ALONE: KeySettings = { current: null, former: [] };

type Text = (name: string) => string | undefined;

/** @throws SettingsRefused */
export function readKeySettings(text: Text): KeySettings {
  const former = [named(text, 'FORMER_KEY_ENCRYPTION_KEY'), formerMasterKey(text('FORMER_MASTER_KEY_FILE'))].filter(
    (each) => each !== null,
  );
  return { current: named(text, 'KEY_ENCRYPTION_KEY'), former };
}

function named(text: Text, variable: string): KeySetting | null {
  const value = text(variable);
  if (value === undefined || value === 'local') return null;
  const [, kind, key = ''] = /^(aws-kms|vault-transit):(\S+)$/.exec(value) ?? [];
  if (kind === 'aws-kms')
    return { kind, key, region: text('KMS_REGION') ?? regionOf(key), endpoint: text('KMS_ENDPOINT') };
  if (kind === 'vault-transit') return { kind, key, ...vaultOf(text) };
  throw new SettingsRefused(
    `${variable} must be local, aws-kms:<key id, ARN or alias> or vault-transit:<name of the key>.`,
  );
}

/** An ARN says where the key is: arn:aws:kms:<region>:… */
function regionOf(key: string): string | undefined {
  return /^arn:[^:]+:kms:([^:]+):/.exec(key)?.[1];
}

function vaultOf(text: Text): Omit<VaultTransitAt, 'key'> {
  const address = text('VAULT_ADDRESS')?.replace(/(?<!\/)\/+$/, '');
  const tokenFile = text('VAULT_TOKEN_FILE');
  if (address === undefined || tokenFile === undefined)
    throw new SettingsRefused('With vault-transit, set VAULT_ADDRESS and VAULT_TOKEN_FILE.');
  if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(address))
    throw new SettingsRefused('VAULT_ADDRESS must begin with https://: keys go over that wire.');
  return { address, tokenFile, mount: text('VAULT_TRANSIT_MOUNT') ?? 'transit', namespace: text('VAULT_NAMESPACE') };
}

function formerMasterKey(file: string | undefined): KeySetting | null {
  return file === undefined ? null : { kind: 'local', secret: parseMasterKey(readSecretFile(file)) };
}
