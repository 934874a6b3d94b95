import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, SignedIn, TestApp } from '../support/test-app.js';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BOUNDARY = 'the-boundary-of-this-form';

export type Fields = Record<string, string>;

/** A form as a browser sends it: fields first, the file last. */
export function form(fields: Fields, file: Buffer | null, name?: string): Buffer {
  const isPicture = file?.subarray(0, 8).equals(PNG.subarray(0, 8)) ?? false;
  const called = name ?? (isPicture ? 'what it was called.png' : 'what it was called');
  const type = isPicture ? 'image/png' : 'application/octet-stream';
  const head = Object.entries(fields).map(
    ([field, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const part =
    file === null
      ? []
      : [
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${called}"\r\nContent-Type: ${type}\r\n\r\n`,
          file,
          '\r\n',
        ];
  return Buffer.concat([...head, ...part, `--${BOUNDARY}--\r\n`].map((piece) => Buffer.from(piece)));
}

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** Sends files to a case as its staff do. */
export class EvidenceDesk {
  constructor(
    readonly redress: TestApp,
    readonly complaintId: string,
    readonly staff: SignedIn,
  ) {}

  get address(): string {
    return `/api/v1/complaints/${this.complaintId}/evidence`;
  }

  async send(file: Buffer | null, fields: Fields = { title: 'Photo of the wrist' }, name?: string): Promise<Answer> {
    return this.redress.request('POST', `${this.address}/files`, {
      as: this.staff.token,
      body: form(fields, file, name),
      headers: { 'content-type': FORM_TYPE },
    });
  }

  async get(path = '', as: SignedIn = this.staff): Promise<Answer> {
    return this.redress.request('GET', `${this.address}${path}`, { as: as.token });
  }

  async post(path: string, body?: object, as: SignedIn = this.staff): Promise<Answer> {
    return this.redress.request('POST', `${this.address}${path}`, { as: as.token, ...(body ? { body } : {}) });
  }

  async content(evidenceId: string): Promise<{ status: number; bytes: Buffer; code: string | null }> {
    const response = await this.redress.app.inject({
      method: 'GET',
      url: `${this.address}/${evidenceId}/content`,
      headers: { authorization: `Bearer ${this.staff.token}` },
    });
    const json = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      bytes: response.rawPayload,
      code: json ? (JSON.parse(response.body) as { code: string }).code : null,
    };
  }

  /** The stored objects of the place, by path. */
  stored(): string[] {
    const directory = join(this.redress.database.connections.dataDirectory, 'evidence');
    try {
      return readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    } catch {
      return [];
    }
  }

  pathOf(evidenceId: string): string {
    const path = this.stored().find((each) => each.endsWith(evidenceId));
    if (path === undefined) throw new Error(`Nothing is stored of ${evidenceId}.`);
    return path;
  }

  /** Flips one bit of the stored object. */
  tamper(evidenceId: string, at: number): void {
    const path = this.pathOf(evidenceId);
    const bytes = readFileSync(path);
    bytes[at < 0 ? bytes.length + at : at]! ^= 1;
    writeFileSync(path, bytes);
  }
}
