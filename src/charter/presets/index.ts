import type { CharterDocument } from '../rules/charter-document.js';
import { ccrbCharter } from './ccrb.js';
import { chicagoCharter } from './chicago.js';
import { copaCharter } from './copa.js';
import { genericCharter } from './generic.js';
import { newJerseyCharter } from './new-jersey.js';

/** The terms that a jurisdiction may begin with, by name. */
export const charterPresets: Readonly<Record<string, CharterDocument>> = {
  generic: genericCharter,
  ccrb: ccrbCharter,
  copa: copaCharter,
  chicago: chicagoCharter,
  'new-jersey': newJerseyCharter,
};
