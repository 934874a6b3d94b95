import { SettingsRefused } from './errors/settings-refused.js';
import { wordsBetweenCommas } from './words-between-commas.js';

/** Where people sign in: passkeys belong to this address, and tokens of departments are meant for it. */
export class SignInSettings {
  constructor(
    /** Scheme and host of the address that browsers show, e.g. `https://oversight.example.gov` */
    readonly origin: string,
    /** Hosts of OpenID providers that may stand in our own network. All others are asked on the internet alone. */
    readonly privateIssuers: readonly string[] = [],
  ) {}

  get host(): string {
    return new URL(this.origin).hostname;
  }
}

export const DEFAULT_SIGN_IN = new SignInSettings('http://localhost:3000');

/** @throws SettingsRefused */
export function readSignIn(text: (name: string) => string | undefined): SignInSettings {
  const origin = text('SIGN_IN_ORIGIN') ?? DEFAULT_SIGN_IN.origin;
  const { protocol, hostname, origin: read } = URL.parse(origin) ?? {};
  // Browsers make no passkey over a line that others can read; this machine's own is none.
  const safe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  if (!safe || read !== origin)
    throw new SettingsRefused('SIGN_IN_ORIGIN must be https:// and a host, without a path (or http://localhost:port).');
  const inside = wordsBetweenCommas(text('PRIVATE_ISSUERS'));
  if (inside.some((each) => !/^[a-z0-9.:-]{1,253}$/.test(each)))
    throw new SettingsRefused('PRIVATE_ISSUERS must be names of hosts in small letters, with commas between.');
  return new SignInSettings(origin, inside);
}
