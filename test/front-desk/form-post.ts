import type { Answer, TestApp } from '../support/test-app.js';

export interface FormFile {
  name: string;
  type: string;
  bytes: Buffer;
}

export type Told = Record<string, string | readonly string[]>;

/** A form as a browser sends it, urlencoded. */
export async function sendForm(
  redress: TestApp,
  url: string,
  told: Told,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new URLSearchParams(pairs(told)).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return redress.request('POST', url, { body, headers: { ...type, ...headers } });
}

/** The same with files, as multipart/form-data: fields first, as they stand in the form. */
export async function sendFiles(
  redress: TestApp,
  url: string,
  told: Told,
  files: readonly FormFile[],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const parts = pairs(told).map(([name, value]) =>
    Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replaceAll('\n', '\r\n')}\r\n`),
  );
  const sent = files.map(({ name, type, bytes }) => {
    const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')]);
  });
  const body = Buffer.concat([...parts, ...sent, Buffer.from('--b--\r\n')]);
  return redress.request('POST', url, {
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=b', ...headers },
  });
}

function pairs(told: Told): [string, string][] {
  return Object.entries(told).flatMap(([name, values]) =>
    (typeof values === 'string' ? [values] : values).map((value): [string, string] => [name, value]),
  );
}

/** The receipt code on a receipt page. */
export function receiptOn({ text }: Answer): string {
  const [, code] = /<code class="code">([^<]+)<\/code>/.exec(text) ?? [];
  if (code === undefined) throw new Error(`no receipt on this page: ${text.slice(0, 2000)}`);
  return code;
}

/** The words of a page, without its markup. */
export function wordsOf({ text }: Answer): string {
  return text
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
