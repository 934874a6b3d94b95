import { Ajv } from 'ajv';
import { QUICKLY_COMPILED } from '../../platform/quickly-compiled.js';
import { type Fault, RuleBroken } from '../../platform/errors/rule-broken.js';
import { genericCasework } from '../presets/generic-casework.js';
import type { CharterDocument } from '../rules/charter-document.js';
import { charterFaults } from '../rules/charter-faults.js';
import { charterSchema } from '../rules/charter-schema.js';
import { completedCharter } from '../rules/completed-charter.js';

const isCharter = new Ajv({
  ...QUICKLY_COMPILED,
  allErrors: true,
  strict: false,
  discriminator: true,
}).compile<CharterDocument>(charterSchema);

/** The charter, with generic terms where it says nothing. @throws RuleBroken charter-refused (422), each fault with its place */
export function checkedCharter(document: object): CharterDocument {
  const complete: unknown = completedCharter(document as CharterDocument, genericCasework);
  if (!isCharter(complete))
    throw refused(
      (isCharter.errors ?? []).slice(0, 50).map(({ instancePath, message, params }) => ({
        path: instancePath,
        code: 'charter-form',
        message: `${message ?? 'has the wrong form'}${named(params)}`,
      })),
    );
  const faults = charterFaults(complete);
  if (faults.length > 0)
    throw refused(faults.map((message) => ({ path: pointer(message), code: 'charter-fault', message })));
  return complete;
}

function refused(faults: Fault[]): RuleBroken {
  const said = faults.map(({ path, message }) => (message.includes(':') ? message : `${path} ${message}`)).slice(0, 5);
  return new RuleBroken('charter-refused', `The charter does not hold together: ${said.join('; ')}.`, 422, faults);
}

/** `allegations: x is in no known group` stands at /allegations. */
const pointer = (fault: string): string => `/${(/^[\w.]+/.exec(fault)?.[0] ?? '').replaceAll('.', '/')}`;

function named(params: Record<string, unknown>): string {
  const { additionalProperty, allowedValues } = params;
  if (typeof additionalProperty === 'string') return `: ${additionalProperty}`;
  return Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
}
