import type { DescribedOperation } from './api-description.js';

/** The operation's example as a call to copy into a shell. `$R` is the address of the server, `$TOKEN` the caller's own. */
export function curlOf({ method, path, operation }: DescribedOperation): string {
  const parameters = operation.parameters ?? [];
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = parameters.find((parameter) => parameter.name === name)?.example;
    return encodeURIComponent(textOf(example ?? name));
  });
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, example }) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(example))}`)
    .join('&');
  const headers = parameters
    .filter((parameter) => parameter.in === 'header' && parameter.name !== 'Redress-Receipt')
    .map(({ name, example }) => `${name}: ${textOf(example)}`);
  const lines = [
    `curl -sS ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(`$R${address}${query === '' ? '' : `?${query}`}`, '"')}`,
    ...[...credentials(operation.security), ...headers].map((header) => `-H ${quoted(header, '"')}`),
    ...bodyLines(operation.requestBody?.content ?? {}),
  ];
  return lines.join(' \\\n  ');
}

function credentials(security: readonly Record<string, string[]>[] = []): string[] {
  if (security.some((scheme) => 'receipt' in scheme)) return ['Redress-Receipt: $RECEIPT'];
  return security.length > 0 ? ['authorization: Bearer $TOKEN'] : [];
}

function bodyLines(content: Readonly<Record<string, { example?: unknown }>>): string[] {
  const [type, media] = Object.entries(content)[0] ?? [];
  if (type === undefined) return [];
  if (type === 'multipart/form-data')
    return Object.entries((media?.example ?? {}) as Record<string, unknown>).map(([name, value]) =>
      name === 'file' ? '-F file=@document.pdf' : `-F ${quoted(`${name}=${textOf(value)}`, "'")}`,
    );
  const text = type === 'application/json' ? JSON.stringify(media?.example) : textOf(media?.example ?? '');
  return [`-H ${quoted(`content-type: ${type}`, '"')}`, `-d ${quoted(text, "'")}`];
}

/** Within single quotes a shell takes everything as it is; within double ones our own variables are put in. */
function quoted(text: string, mark: '"' | "'"): string {
  if (mark === "'") return `'${text.replaceAll("'", `'\\''`)}'`;
  return `"${text.replace(/["\\`]|\$(?!R\b|TOKEN\b|RECEIPT\b)/g, '\\$&')}"`;
}

/** Of a value in the description; what is no text is written as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
