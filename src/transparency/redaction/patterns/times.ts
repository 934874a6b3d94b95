import type { Pattern } from './pattern.js';

const OVER_89 = '(?:9\\d|1[0-4]\\d)';

/** When exactly, and ages that few reach: 45 CFR 164.514(b)(2)(i)(C) takes both for identifiers. */
export const TIMES: readonly Pattern[] = [
  {
    kind: 'time',
    why: 'an exact time',
    form: /(?<![\d:])(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?\s*(?:[ap]\.?\s?m\b\.?|hours|hrs|h\b)|(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])/gu,
  },
  { kind: 'time', why: 'an exact time', form: /(?<![\d:.])(?:1[0-2]|0?[1-9])\s*(?:[ap]\.?\s?m\b\.?|o'clock)/gu },
  { kind: 'time', why: 'an exact time', form: /(?<![\d:.])(?:[01]\d|2[0-3])[0-5]\d\s*(?:hours|hrs)\b/gu },
  {
    kind: 'age',
    why: 'an age over 89',
    form: new RegExp(
      String.raw`(?<![\d.$-])${OVER_89}[-\s]*(?:years?|yrs?|y)[-\s/]*(?:old|of\s+age|o\b)|\bage[ds]?\s*(?::\s*)?(?:of\s+)?${OVER_89}(?!\d)|\b(?:turned|is|was)\s+${OVER_89}(?=\s*[.,;]|\s+(?:and|at|when)\b)`,
      'gu',
    ),
  },
  {
    kind: 'age',
    why: 'an age over 89',
    form: /\b(?:ninety(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|one\s+hundred(?:\s+and\s+\p{L}+)?)[-\s]+years?[-\s]+old/gu,
  },
  {
    kind: 'age',
    why: 'an age over 89',
    form: /\bin\s+(?:his|her|their)\s+(?:(?:early|mid|late)[- ]?)?(?:nineties|90s)\b|\bcentenarian\b/gu,
  },
];
