import { SettingsRefused } from '../errors/settings-refused.js';

/** @throws SettingsRefused for a key that is short, or that nobody drew at random. */
export function parseMasterKey(source: string): Buffer {
  const key = Buffer.from(source, 'base64');
  if (key.length !== 32)
    throw new SettingsRefused('The master key must be 32 bytes in base64 (openssl rand -base64 32).');
  if (new Set(key).size < 12)
    throw new SettingsRefused('The master key is weak: draw one with openssl rand -base64 32.');
  return key;
}
