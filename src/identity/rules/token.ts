/**
 * A token says whose rows hold it, because without a jurisdiction the database shows no row at all:
 * `rs_<jurisdiction, 32 hex>_<secret>` for a session, `rk_<jurisdiction>_<key id, 32 hex>_<secret>` for a department's key,
 * `rd_<jurisdiction>_<secret>` for the token that a department's client was given. A client is called `rc_<jurisdiction>_<id>`.
 */
export interface SessionToken {
  jurisdictionId: string;
}
export interface DepartmentToken extends SessionToken {
  keyId: string;
}

export interface ClientName extends SessionToken {
  id: string;
}

const SECRET = '[A-Za-z0-9_-]{43}';
const SESSION = new RegExp(`^rs_(?<jurisdiction>[0-9a-f]{32})_${SECRET}$`);
const DEPARTMENT = new RegExp(`^rk_(?<jurisdiction>[0-9a-f]{32})_(?<id>[0-9a-f]{32})_${SECRET}$`);
const ACCESS = new RegExp(`^rd_(?<jurisdiction>[0-9a-f]{32})_${SECRET}$`);
const CLIENT = /^rc_(?<jurisdiction>[0-9a-f]{32})_(?<id>[0-9a-f]{32})$/;

export function sessionToken(jurisdictionId: string, secret: string): string {
  return `rs_${plain(jurisdictionId)}_${secret}`;
}

export function departmentToken(jurisdictionId: string, keyId: string, secret: string): string {
  return `rk_${plain(jurisdictionId)}_${plain(keyId)}_${secret}`;
}

export function readSessionToken(token: string): SessionToken | null {
  const found = partsOf<'jurisdiction'>(SESSION, token);
  return found && { jurisdictionId: dashed(found.jurisdiction) };
}

export function readDepartmentToken(token: string): DepartmentToken | null {
  const found = partsOf<'jurisdiction' | 'id'>(DEPARTMENT, token);
  return found && { jurisdictionId: dashed(found.jurisdiction), keyId: dashed(found.id) };
}

export function accessToken(jurisdictionId: string, secret: string): string {
  return `rd_${plain(jurisdictionId)}_${secret}`;
}

export function readAccessToken(token: string): SessionToken | null {
  const found = partsOf<'jurisdiction'>(ACCESS, token);
  return found && { jurisdictionId: dashed(found.jurisdiction) };
}

export function clientName(jurisdictionId: string, id: string): string {
  return `rc_${plain(jurisdictionId)}_${plain(id)}`;
}

export function readClientName(name: string): ClientName | null {
  const found = partsOf<'jurisdiction' | 'id'>(CLIENT, name);
  return found && { jurisdictionId: dashed(found.jurisdiction), id: dashed(found.id) };
}

/** The named parts of a text that has this form, whole; null when it has another. */
function partsOf<Name extends string>(form: RegExp, text: string): Record<Name, string> | null {
  return (form.exec(text)?.groups ?? null) as Record<Name, string> | null;
}

function plain(id: string): string {
  return id.replaceAll('-', '');
}

function dashed(hex: string): string {
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
