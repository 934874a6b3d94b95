import { Ajv, type ErrorObject } from 'ajv';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Fault, RuleBroken } from '../../platform/errors/rule-broken.js';
import { QUICKLY_COMPILED } from '../../platform/quickly-compiled.js';
import type { SpecDocument } from './spec-document.js';
import { specFaults } from './spec-faults.js';
import { specSchema } from './spec-schema.js';

const hasForm = new Ajv({
  ...QUICKLY_COMPILED,
  allErrors: true,
  strict: false,
  discriminator: true,
}).compile<SpecDocument>(specSchema);

/** @throws RuleBroken spec-unreadable, spec-refused, each fault with its place and what would do */
export async function readSpec(path: string): Promise<SpecDocument> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new RuleBroken('spec-unreadable', `${basename(path)} cannot be read: ${(error as Error).message}`, 422);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RuleBroken('spec-unreadable', `${basename(path)} is not JSON: ${(error as Error).message}`, 422);
  }
  if (!hasForm(json)) throw specRefused((hasForm.errors ?? []).slice(0, 20).map(formFault));
  const faults = specFaults(json);
  if (faults.length > 0) throw specRefused(faults);
  return json;
}

export function specRefused(faults: Fault[]): RuleBroken {
  return new RuleBroken('spec-refused', 'The spec cannot be followed; mend what is listed.', 422, faults);
}

function formFault({ instancePath, message, params, keyword }: ErrorObject): Fault {
  const { additionalProperty, allowedValues, missingProperty } = params as Record<string, unknown>;
  const more =
    typeof additionalProperty === 'string'
      ? ` (${additionalProperty})`
      : Array.isArray(allowedValues)
        ? `: ${allowedValues.join(', ')}`
        : '';
  const path = typeof missingProperty === 'string' ? `${instancePath}/${missingProperty}` : instancePath;
  const said = keyword === 'required' ? 'is missing' : `${message ?? 'has the wrong form'}${more}`;
  return { path: path || '/', code: 'spec-form', message: said };
}
