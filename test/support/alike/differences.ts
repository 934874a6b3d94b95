/** An answer as it came over the line. */
export interface Told {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: string;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** In what one answer can be told from another: nothing, when it is empty. The request's own id and the time of day are let be. */
export function differencesOf(one: Told, other: Told): string[] {
  const differing: string[] = [];
  if (one.status !== other.status) differing.push(`status ${one.status} and ${other.status}`);
  const [first, second] = [headersOf(one), headersOf(other)];
  if (first !== second) differing.push(`headers ${first} and ${second}`);
  if (Buffer.byteLength(one.body) !== Buffer.byteLength(other.body))
    differing.push(`${Buffer.byteLength(one.body)} bytes and ${Buffer.byteLength(other.body)}`);
  const [said, saidToo] = [one.body.replaceAll(ID, '(id)'), other.body.replaceAll(ID, '(id)')];
  if (said !== saidToo) differing.push(`body ${said} and ${saidToo}`);
  return differing;
}

function headersOf({ headers }: Told): string {
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== 'date')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n');
}
