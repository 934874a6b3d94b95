import { SHORT_STREET_TYPES, STREET_TYPES } from '../words/street-words.js';
import type { Pattern } from './pattern.js';

const TYPE = `(?:${[...STREET_TYPES, ...SHORT_STREET_TYPES].join('|')})`;
const NAME = String.raw`[\p{L}\d][\p{L}\d'.-]*`;
const AS_A_NAME = String.raw`(?:\p{Lu}[\p{L}'-]*|\d{1,3}(?:st|nd|rd|th))`;
const TYPE_AS_A_NAME = TYPE.replace(/(?<=[:|])[a-z]/g, (first) => `[${first}${first.toUpperCase()}]`);

/** Where somebody lives or where it happened, nearer than a district. */
export const PLACES: readonly Pattern[] = [
  {
    kind: 'address',
    why: 'a street address',
    form: new RegExp(
      String.raw`(?<![\p{L}\d-])\d{1,6}(?:-\d{1,4})?[a-z]?\s+(?:${NAME}\s+){1,4}?${TYPE}\b\.?(?:,?\s*(?:apt|apartment|unit|suite|ste|#)\.?\s*[\p{L}\d-]{1,6}\b)?`,
      'gu',
    ),
  },
  {
    kind: 'address',
    why: 'a block of a street',
    form: /(?<![\p{L}\d])\d{1,6}\s+(?:hundred\s+)?block\s+of\s+[\p{L}\d'.-]+(?:\s+[\p{L}\d'.-]+)?/gu,
  },
  { kind: 'address', why: 'a post-office box', form: /\bp\.?\s?o\.?\s?box\s+\d+/gu },
  {
    kind: 'address',
    why: 'an apartment',
    form: /\b(?:apt|apartment|unit|suite)\.?\s*(?:no\.?\s*|#\s*)?\d{1,5}[a-z]?\b/gu,
  },
  {
    kind: 'address',
    why: 'a postal code',
    form: /(?<!\d)\d{5}-\d{4}(?!\d)|\b(?:zip|zip code|postal code)\s*(?::\s*)?\d{5}(?!\d)/gu,
  },
  {
    kind: 'address',
    why: 'a state and a postal code',
    form: /(?<![\p{L}\d])[A-Z]{2},?\s+\d{5}(?![\p{L}\d])/gu,
    caseTells: true,
  },
  {
    kind: 'address',
    why: 'a street',
    form: new RegExp(String.raw`(?<![\p{L}\d])(?:${AS_A_NAME}\s+){1,3}${TYPE_AS_A_NAME}\b`, 'gu'),
    caseTells: true,
  },
  {
    kind: 'address',
    why: 'a crossing of streets',
    form: new RegExp(
      String.raw`\b[Cc]orner\s+of\s+(?:[\p{L}\d'-]+\s+){1,3}(?:and|&)\s+${AS_A_NAME}(?:\s+${TYPE_AS_A_NAME}\b)?|(?<![\p{L}\d])(?:\d{1,3}(?:st|nd|rd|th))\s*(?:and|&|@|/)\s*${AS_A_NAME}|(?<![\p{L}\d])\p{Lu}\p{L}+\s*(?:&|/|and)\s*\d{1,3}(?:st|nd|rd|th)\b`,
      'gu',
    ),
    caseTells: true,
  },
  { kind: 'coordinate', why: 'a coordinate', form: /(?<![\d.])-?\d{1,3}\.\d{3,}°?(?:\s*[nsew]\b)?(?!\d)/gu },
  {
    kind: 'coordinate',
    why: 'a coordinate',
    form: /(?<!\d)\d{1,3}\s?°\s?\d{1,2}\s?['′](?:\s?\d{1,2}(?:\.\d+)?\s?(?:"|''))?(?:\s?[nsew]\b)?/gu,
  },
];
