import { Ajv } from 'ajv';
import { QUICKLY_COMPILED } from '../../platform/quickly-compiled.js';
import { type Fault, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ProfileDocument } from '../rules/profile/profile-document.js';
import { profileFaults } from '../rules/profile/profile-faults.js';
import { profileSchema } from '../rules/profile/profile-schema.js';

const isProfile = new Ajv({ ...QUICKLY_COMPILED, allErrors: true, strict: false }).compile<ProfileDocument>(
  profileSchema,
);
const MOST_FAULTS = 50;

/** A profile that has the form of one and holds together. @throws RuleBroken profile-refused (422), each fault with its place */
export function checkedProfile(document: unknown): ProfileDocument {
  if (!isProfile(document))
    throw refused(
      (isProfile.errors ?? []).map(({ instancePath, message = 'has the wrong form', params }) => {
        const { additionalProperty } = params as { additionalProperty?: string };
        const which = additionalProperty === undefined ? '' : `: ${additionalProperty}`;
        return { path: instancePath, code: 'profile-form', message: `${message}${which}` };
      }),
    );
  const faults = profileFaults(document);
  if (faults.length === 0) return document;
  throw refused(faults.map((fault) => ({ path: fault.split(': ')[0] ?? '', code: 'profile-fault', message: fault })));
}

function refused(faults: Fault[]): RuleBroken {
  const some = faults
    .slice(0, 5)
    .map(({ path, message }) => (message.startsWith(path) ? message : `${path} ${message}`));
  return new RuleBroken(
    'profile-refused',
    `The profile does not hold together: ${some.join('; ')}.`,
    422,
    faults.slice(0, MOST_FAULTS),
  );
}
