import type { CharterDocument } from '../rules/charter-document.js';
import { chicagoCharter } from './chicago.js';
import { genericCharter } from './generic.js';
import { newJerseyCharter } from './new-jersey.js';

/** The terms that a jurisdiction may begin with, by name. */
export const charterPresets: Readonly<Record<string, CharterDocument>> = {
  generic: genericCharter,
  chicago: chicagoCharter,
  'new-jersey': newJerseyCharter,
};
