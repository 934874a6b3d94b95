import '@fastify/multipart';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { PassThrough, type Readable } from 'node:stream';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { brokenForm } from '../../platform/http/broken-form.js';
import { FormFields } from './form-fields.js';

/** A file as it comes in: to be read, or left alone, before the next one is asked for. */
export interface SentFile {
  name: string;
  /** What the browser says that it is */
  declaredType: string;
  bytes: Readable;
}

/** The fields of a form that stand before its first file, and the files, one after the other while they come in. */
export interface ReceivedForm {
  fields: FormFields;
  files: AsyncIterable<SentFile>;
}

/** A field may be far longer than is taken, so that what is too long comes back to be cut, and is not lost. */
const LIMITS = { fields: 200, fieldSize: 500_000, fieldNameSize: 100, files: 10, parts: 210, fileSize: Infinity };

/**
 * What a browser sends of a form, with files or without. Nothing is kept between: a file goes from the wire to whoever reads it.
 * @throws RuleBroken malformed (400), too-large (413), media-type (415)
 */
export async function receivedForm(request: FastifyRequest): Promise<ReceivedForm> {
  const fields = new FormFields();
  if (request.isMultipart()) return receivedParts(request, fields);
  for (const [name, value] of Object.entries(urlencoded(request)))
    for (const each of Array.isArray(value) ? value : [value]) fields.add(name, String(each));
  return { fields, files: noFiles() };
}

async function receivedParts(request: FastifyRequest, fields: FormFields): Promise<ReceivedForm> {
  try {
    const parts = request.parts({ limits: LIMITS });
    const first = await fieldsBeforeFile(parts, fields);
    return { fields, files: filesFrom(first, parts) };
  } catch (error) {
    throw brokenForm(error);
  }
}

function urlencoded({ headers, body }: FastifyRequest): Record<string, unknown> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded') || typeof body !== 'object' || body === null)
    throw new RuleBroken('media-type', 'Send this as a form, the way a browser does.', 415);
  return body as Record<string, unknown>;
}

async function fieldsBeforeFile(
  parts: ReturnType<FastifyRequest['parts']>,
  fields: FormFields,
): Promise<MultipartFile | null> {
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    const part = next.value;
    if (part.type === 'file') return part;
    if (part.valueTruncated || part.fieldnameTruncated)
      throw new RuleBroken('too-large', 'A field of the form is longer than is taken here.', 413);
    fields.add(part.fieldname, typeof part.value === 'string' ? part.value : '');
  }
  return null;
}

async function* filesFrom(
  first: MultipartFile | null,
  parts: ReturnType<FastifyRequest['parts']>,
): AsyncGenerator<SentFile> {
  for (let file = first; file !== null; file = await nextFile(parts)) {
    const { filename, mimetype: declaredType, file: incoming } = file;
    // A field for files that was left alone sends one without a name and without a byte.
    const bytes = filename ? carriedOn(incoming) : null;
    if (bytes !== null) yield { name: filename.slice(0, 1_000), declaredType, bytes };
    // What nobody wanted to read is let go by, or the next part would never come.
    if (bytes !== null) incoming.unpipe(bytes);
    incoming.resume();
  }
}

/** The bytes through a stream of our own, which may be dropped without stopping the form. Cut short, it fails. */
function carriedOn(incoming: Readable): PassThrough {
  const bytes = new PassThrough();
  // Whoever reads it hears of a failure; when nobody does any more, it is nobody's.
  bytes.on('error', () => undefined);
  incoming.on('error', (error) => bytes.destroy(brokenForm(error)));
  incoming.on('close', () => {
    if (!incoming.readableEnded) bytes.destroy(brokenForm(new Error('cut short')));
  });
  return incoming.pipe(bytes);
}

async function nextFile(parts: ReturnType<FastifyRequest['parts']>): Promise<MultipartFile | null> {
  for (let next = await parts.next(); next.done !== true; next = await parts.next())
    if (next.value.type === 'file') return next.value;
  return null;
}

async function* noFiles(): AsyncGenerator<SentFile> {
  // A form without files has none to give.
}

/** What is still coming in is read to its end and kept nowhere, or the browser would not hear the answer. */
export async function letGo({ files }: ReceivedForm): Promise<void> {
  try {
    for await (const { bytes } of files) bytes.resume();
  } catch {
    // It broke off by itself.
  }
}
