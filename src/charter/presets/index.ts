import type { CharterDocument } from '../rules/charter-document.js';
import { genericCharter } from './generic.js';

/** The terms that a jurisdiction may begin with, by name. */
export const charterPresets: Readonly<Record<string, CharterDocument>> = { generic: genericCharter };
