import type { Pattern } from './pattern.js';

const NUMBER_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';

/** Ways to reach somebody. */
export const CONTACT: readonly Pattern[] = [
  {
    kind: 'e-mail',
    why: 'an e-mail address',
    form: /(?<![\p{L}\p{Nd}._%+'-])[\p{L}\p{Nd}._%+'-]{1,64}\s?@\s?[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63})+/gu,
  },
  {
    kind: 'e-mail',
    why: 'an e-mail address in words',
    form: /(?<![\p{L}\p{Nd}._-])[\p{L}\p{Nd}._-]{1,64}\s*[([]\s*at\s*[)\]]\s*[\p{L}\p{Nd}.-]{1,100}/gu,
  },
  {
    kind: 'e-mail',
    why: 'an e-mail address in words',
    form: /(?<![\p{L}\p{Nd}._-])[\p{L}\p{Nd}._-]{1,64}(?:\s+dot\s+[\p{L}\p{Nd}_-]{1,64}){0,4}\s*[([]?\bat\b[)\]]?\s*[\p{L}\p{Nd}-]{1,63}\s*[([]?\bdot\b[)\]]?\s*(?:com|org|net|edu|gov|us)\b/gu,
  },
  {
    kind: 'phone',
    why: 'a telephone number',
    form: /(?<![\p{L}\d])(?:\+?1[-. ]?)?(?:\(\d{3}\)|\d{3})[-./ ]{0,3}\d{3}[-./ ]{0,3}\d{4}(?!\d)(?:\s*(?:x|ext\.?|extension)\s*\d{1,6})?/gu,
  },
  { kind: 'phone', why: 'a telephone number without its area', form: /(?<![\d-])\d{3}[-. ]\d{4}(?![\d-])/gu },
  {
    kind: 'phone',
    why: 'a telephone number of another country',
    form: /(?<!\d)\+\d{1,3}(?:[-. ()]{0,2}\d{1,4}){2,5}(?!\d)/gu,
  },
  {
    kind: 'phone',
    why: 'a number in words',
    form: new RegExp(String.raw`(?<!\p{L})${NUMBER_WORD}(?:[\s,-]+${NUMBER_WORD}){3,}(?!\p{L})`, 'gu'),
  },
  { kind: 'web', why: 'an address on the web', form: /\b(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)]/gu },
  {
    kind: 'web',
    why: 'an address on the web',
    form: /(?<![@\p{L}\d.-])[\p{L}\d][\p{L}\d.-]{0,100}\.(?:com|org|net|edu|gov|info|io|tv|me|us)(?:\/[^\s<>"]*[^\s<>".,;:!?)])?(?![\p{L}\d])/gu,
  },
  {
    kind: 'web',
    why: 'an address on the web',
    form: /(?<![@\p{L}\d.-])[\p{L}\d][\p{L}\d.-]{0,100}\.\p{L}{2,10}\/[^\s<>"]*[^\s<>".,;:!?)]/gu,
  },
  {
    kind: 'web',
    why: 'an account or a tag on a social network',
    form: /(?<![\p{L}\d@#._%+-])[@#][\p{L}_][\p{L}\d_.]{1,30}/gu,
  },
  {
    kind: 'web',
    why: 'an account on a social network',
    form: /\b(?:facebook|instagram|insta|tiktok|twitter|snapchat|snap|youtube|reddit|cash ?app|venmo)\s+(?:(?:account|handle|user ?name|user|name|page|profile|id)\s*)?(?:(?:is|was|:|named|called)\s*)?(?<it>@?(?=\p{L}*[\d_.][\p{L}\d_.]*[\p{L}\d_])[\p{L}\d_.]*[\p{L}\d_])/gu,
  },
  {
    kind: 'web',
    why: 'an address of a computer',
    form: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/gu,
  },
];
