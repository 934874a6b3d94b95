import { passesLuhn } from './luhn.js';
import type { Pattern } from './pattern.js';

/** Behind a word that says what it is. */
const NUMBER = String.raw`\s*(?:(?:numbers?|no\.?|nos\.?|num\.?|id)\s*)?(?:(?:is|was|:|#|=)\s*)?(?:#\s*)?`;
const behind = (words: string, it: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${words})${NUMBER}(?<it>${it})`, 'gu');
/** Letters and digits in groups, with a digit among them. */
const CODE = String.raw`(?=[\p{L}-]{0,12}\d)[\p{L}\d]+(?:[-/][\p{L}\d]+)*`;

/** A digit with two letters or digits behind it, or before it: looked for ahead, in as many as tell, so that no text is read again and again. */
const LONG_ENOUGH = String.raw`(?=[\p{L}\d/-]{0,12}\d[\p{L}\d/-]{2}|[\p{L}\d/-]{2,14}\d|(?<=[\p{L}\d/-]{2})[\p{L}\d/-]{0,12}\d)`;

/** Numbers by which an office knows a person, a car, a case or an account. */
export const NUMBERS: readonly Pattern[] = [
  { kind: 'social-security', why: 'a social security number', form: /(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/gu },
  {
    kind: 'social-security',
    why: 'a social security number',
    form: behind(
      String.raw`ssn|social(?:\s+security)?`,
      String.raw`\d{3}[-. ]?\d{2}[-. ]?\d{4}|(?:x{3}|\*{3})[- ]?(?:x{2}|\*{2})[- ]?\d{4}`,
    ),
  },
  {
    kind: 'social-security',
    why: 'the last digits of a number',
    form: /\blast\s+(?:four|4)\b[^.;\d]{0,40}?(?<it>\d{4})(?!\d)/gu,
  },
  {
    kind: 'badge',
    why: 'a badge number',
    form: behind(
      String.raw`badge|star|shield|employee|serial|p(?:ersonnel|ayroll)`,
      String.raw`[\p{L}]{0,3}-?\d{1,7}(?!\d)`,
    ),
  },
  {
    kind: 'badge',
    why: 'a badge number',
    form: /(?<![\p{L}\d])(?:ofc|officer|po|deputy|sgt|unit|car|squad|cruiser|beat|vehicle)\.?\s*(?:#\s*)?(?<it>\d{2,6}[a-z]?)(?![\p{L}\d])/gu,
  },
  {
    kind: 'case-number',
    why: 'a number of a case',
    form: behind(
      String.raw`case|incident|report|complaint|docket|citation|ticket|summons|warrant|event|cad|rd|cr|log|file|matter|claim|arrest|booking|reference|ref|tracking|evidence|property|inventory`,
      `${LONG_ENOUGH}${CODE}`,
    ),
  },
  {
    kind: 'case-number',
    why: 'a number of a case',
    form: /(?<!\p{L})(?:numbers?|no\.?|#)\s*(?:(?:is|was|:)\s*)?(?<it>\p{L}{1,3}\s\d{5,})(?!\d)/gu,
  },
  {
    kind: 'case-number',
    why: 'a number of a case',
    form: /(?<![\p{L}\d-])(?:19|20)\d{2}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{2}(?![\p{L}\d-])/gu,
  },
  {
    kind: 'case-number',
    why: 'a number of a case',
    form: /(?<![\p{L}\d-])\p{L}{0,4}-?(?:19|20)?\d{2}-\d{4,8}(?![\d-])/gu,
  },
  {
    kind: 'medical-record',
    why: 'a number of a medical record',
    form: behind(
      String.raw`mrn|medical\s+records?|patient|chart|health\s+(?:plan|insurance)|insurance|medicaid|medicare|policy|member`,
      CODE,
    ),
  },
  {
    kind: 'plate',
    why: 'a licence plate',
    form: behind(
      String.raw`licen[cs]e\s+plates?|plates?|tags?|registration`,
      String.raw`(?:(?:reads?|reading|of|on\s+(?:the|his|her)\s+\p{L}+)\s+)?(?=[\p{L}]{0,7}[ -]?\d)[\p{L}\d]{1,8}(?:(?:[ -](?=\p{L}{0,4}\d)[\p{L}\d]{1,5}){1,2}|[ -]\p{L}{2,3}(?![\p{L}\d]))?(?<=\d[\p{L}\d -]*)`,
    ),
  },
  {
    kind: 'plate',
    why: 'the form of a licence plate',
    form: /(?<![\p{L}\d-])(?:[A-Z]{2,3}[- ]?\d{3,4}|\d{3}[- ]?[A-Z]{3}|\d[A-Z]{3}\d{3}|[A-Z]{1,2}\d{2}[- ]?\d{3,4})(?![\p{L}\d-])/gu,
    caseTells: true,
  },
  {
    kind: 'plate',
    why: 'a number of a vehicle',
    form: /(?<![\p{L}\d])(?=[a-hj-npr-z\d]*\d)(?=[a-hj-npr-z\d]*[a-z])[a-hj-npr-z\d]{17}(?![\p{L}\d])/gu,
  },
  {
    kind: 'account',
    why: 'a number of an account (its check digit fits)',
    form: /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/gu,
    holds: passesLuhn,
  },
  {
    kind: 'account',
    why: 'a number of an account',
    form: behind(
      String.raw`(?:account|acct|routing|card|iban)(?:\s+(?:ending|ends)(?:\s+(?:in|with))?)?`,
      String.raw`[\p{L}]{0,4}\d[\d -]{2,}\d`,
    ),
  },
  {
    kind: 'identifier',
    why: 'a number of a document',
    form: behind(
      String.raw`driver'?s?\s+licen[cs]e|licen[cs]e|dl|passport|visa|alien|a-number|green\s+card|inmate|prisoner|jail|student|voter|state\s+id|identification|id|imei|serial|camera|bwc|taser`,
      CODE,
    ),
  },
  {
    kind: 'identifier',
    why: 'an alien registration number',
    form: /(?<![\p{L}\d])a[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}(?!\d)/gu,
  },
  {
    kind: 'identifier',
    why: 'a universal identifier',
    form: /(?<![\p{L}\d])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\d])/gu,
  },
  { kind: 'identifier', why: 'a long number', form: /(?<![\d.,$])\d{6,}(?![\d.,]\d|%)/gu },
];
