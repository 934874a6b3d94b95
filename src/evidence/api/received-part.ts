import '@fastify/multipart';
import { instanceToPlain, plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { validationProblem } from '../../platform/errors/validation-problem.js';
import { brokenForm } from '../../platform/http/broken-form.js';
import { refuseHostileText } from '../../platform/http/refuse-hostile-body.js';
import type { FileToAdd } from '../actions/add-file.js';
import { AddThingDto } from './evidence.dto.js';

/** Longer than any name is; what is kept of it is shorter. */
const LONGEST_NAME = 1_000;

/**
 * The parts of a form that carries a file: its fields first, the file last, since the file is read while it comes in.
 * @throws RuleBroken no-file (422), invalid (422)
 */
export async function receivedPart(request: FastifyRequest): Promise<FileToAdd> {
  if (!request.isMultipart())
    throw new RuleBroken('no-file', 'Send the file as multipart/form-data: its fields first, `file` last.', 415);
  const limits = { files: 1, fields: 20, fieldSize: 10_000, fileSize: Infinity };
  const part = await request.file({ limits }).catch((error: unknown) => {
    throw brokenForm(error);
  });
  if (!part) throw new RuleBroken('no-file', 'The form holds no file: its fields come first, `file` last.', 422);
  const said = Object.entries(part.fields).flatMap(([name, field]) =>
    field !== undefined && 'value' in field ? [[name, field.value] as const] : [],
  );
  const words = plainToInstance(AddThingDto, { original: 'false', ...Object.fromEntries(said) });
  words.original = String(words.original) === 'true';
  for (const value of Object.values(words)) if (typeof value === 'string') refuseHostileText(value);
  const faults = await validate(words, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length > 0) {
    part.file.resume();
    throw validationProblem(faults);
  }
  return {
    ...instanceToPlain(words),
    title: words.title,
    original: words.original,
    name: part.filename.slice(0, LONGEST_NAME),
    declaredType: part.mimetype.slice(0, LONGEST_NAME),
    bytes: part.file,
  };
}
