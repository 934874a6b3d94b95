import type { Element } from '../../rules/element.js';
import { FORCE_ELEMENTS } from '../../rules/force-elements.js';
import { INCIDENT_ELEMENTS } from '../../rules/incident-elements.js';
import { OFFICER_ELEMENTS } from '../../rules/officer-elements.js';
import { wordForm } from '../../rules/profile/word-form.js';
import { SUBJECT_ELEMENTS } from '../../rules/subject-elements.js';
import type { FieldRule } from '../mapping.js';
import { type CanonicalTerm, nearestTerm } from './canonical-word.js';
import { dayForm, hourShare, itemsOf, listSeparator, numberShare, yesOrNoShare } from './cell-form.js';
import type { ColumnProfile } from './column-profile.js';
import type { ElementPlace } from './header-elements.js';

export type Vocabularies = Readonly<Record<'races' | 'genders' | 'forceTypes', readonly CanonicalTerm[]>>;

/** How a column might be read. `confidence`: how much of what it says is understood so, of 1. */
export interface ProposedRule {
  rule: FieldRule;
  confidence: number;
}

const TABLES = {
  incident: INCIDENT_ELEMENTS,
  subjects: SUBJECT_ELEMENTS,
  officers: OFFICER_ELEMENTS,
  force: FORCE_ELEMENTS,
};
const ENOUGH = 0.6;
/** A column with more different words than this holds text. */
const MOST_WORDS = 80;
const NUMBER_FORM = /^[A-Za-z0-9]+(?:[-._/ ][A-Za-z0-9]+)*$/;
const NO = /^(?:no|not|none|never|un(?:injured|armed|hurt)|denied)\b/i;

/** A rule by which the column says that element; null: what stands in it is nothing of the kind. */
export function proposeRule(
  { part, name }: ElementPlace,
  profile: ColumnProfile,
  terms: Vocabularies,
): ProposedRule | null {
  const element = (TABLES[part] as Record<string, Element<unknown>>)[name];
  if (!element) return null;
  const { column } = profile;
  if (name === 'occurredHour') return enough({ column, as: 'hour', otherwise: null }, hourShare(profile));
  const { form } = element;
  switch (form.kind) {
    case 'number':
      return numbers(profile, form.least, form.most);
    case 'yes-or-no':
      return yesOrNo(profile);
    case 'day': {
      const day = dayForm(profile);
      return day && enough({ column, as: 'day', format: day.format }, day.share);
    }
    case 'code':
      return coded(profile, terms[form.vocabulary], form.list, name === 'forceType');
    case 'choice':
      if (name === 'kind') return kindOf(profile, form.choices);
      return coded(
        profile,
        form.choices.map((code) => ({ code, label: code.replaceAll('_', ' ') })),
        false,
        false,
      );
    case 'words':
      return words(profile);
    case 'text':
      return text(profile, name, form.most);
    default:
      return null;
  }
}

function enough(rule: FieldRule, share: number): ProposedRule | null {
  return share >= ENOUGH ? { rule, confidence: share } : null;
}

function numbers(profile: ColumnProfile, least: number, most: number): ProposedRule | null {
  const rule = { column: profile.column, as: 'number', least, most, otherwise: null } as const;
  return enough(rule, numberShare(profile, least, most));
}

function yesOrNo(profile: ColumnProfile): ProposedRule | null {
  const { column } = profile;
  const told = enough({ column, as: 'yes-or-no', several: null, otherwise: null }, yesOrNoShare(profile));
  if (told || profile.distinct > MOST_WORDS) return told;
  const separator = listSeparator(profile);
  const none = itemsIn(profile, separator).filter((word) => NO.test(word));
  return none.length === 0 ? null : { rule: { column, as: 'any', none, ...listed(separator) }, confidence: ENOUGH };
}

function coded(
  profile: ColumnProfile,
  terms: readonly CanonicalTerm[],
  list: boolean,
  isForce: boolean,
): ProposedRule | null {
  const separator = listSeparator(profile);
  const found = itemsIn(profile, separator).map((word) => [word, nearestTerm(word, terms)] as const);
  const known = found.flatMap(([word, near]) => (near ? [[word, near] as const] : []));
  const nearness = new Map(known.map(([word, near]) => [word, near.nearness]));
  const share = profile.share((value) => items(value, separator).every((word) => nearness.has(word)));
  if (share < 0.3 || known.length === 0) return null;
  const mean = known.reduce((sum, [, near]) => sum + near.nearness, 0) / known.length;
  const rule: FieldRule = {
    column: profile.column,
    words: Object.fromEntries(known.map(([word, near]) => [word, near.code])),
    otherwise: isForce && terms.some(({ code }) => code === 'other') ? 'other' : null,
    ...listed(separator),
    ...(list ? { as: 'words' } : isForce || separator === null ? {} : { several: null }),
  };
  return { rule, confidence: share * mean };
}

/** Of whom nothing is known is still somebody: a subject has a kind, whatever the cell says. */
function kindOf(profile: ColumnProfile, choices: readonly string[]): ProposedRule | null {
  const terms = choices.map((code) => ({ code, label: code }));
  const found = coded(profile, terms, false, false);
  if (!found) return null;
  const placeholders = Object.fromEntries([...profile.placeholders.keys()].map((word) => [word, 'blank' as const]));
  return { ...found, rule: { ...found.rule, otherwise: 'unknown', default: 'unknown', placeholders } };
}

/** Words that no vocabulary of ours knows are kept as they are, in the form that codes have. */
function words(profile: ColumnProfile): ProposedRule | null {
  const separator = listSeparator(profile);
  const found = itemsIn(profile, separator).filter((word) => wordForm(word) !== '');
  if (found.length === 0) return null;
  const { column } = profile;
  if (found.length > MOST_WORDS || (separator === null && profile.distinct > MOST_WORDS))
    return profile.longest > 60 ? null : { rule: { column, as: 'words', ...listed(separator) }, confidence: 0.3 };
  const codes = Object.fromEntries(found.map((word) => [word, wordForm(word).slice(0, 60)]));
  return { rule: { column, as: 'words', words: codes, otherwise: 'other', ...listed(separator) }, confidence: 0.8 };
}

function text(profile: ColumnProfile, name: string, most: number): ProposedRule | null {
  const { column } = profile;
  if (name === 'reportNumber' || name === 'incidentNumber')
    return { rule: { column }, confidence: /report|incident/i.test(column) ? 0.9 : 0.8 };
  if (name === 'locationType' || (profile.longest > most && profile.distinct <= MOST_WORDS)) return kinds(profile);
  if (profile.longest > most) return null;
  if (name === 'badgeNumber' || name === 'leokaNumber')
    return profile.share((value) => NUMBER_FORM.test(value)) > 0.99 ? { rule: { column }, confidence: 0.8 } : null;
  return { rule: { column }, confidence: 0.7 };
}

/** One word where a cell may list several. */
function kinds(profile: ColumnProfile): ProposedRule | null {
  const found = words(profile);
  if (found?.rule.words === undefined) return null;
  const { as: _as, ...rule } = found.rule;
  return { ...found, rule: { ...rule, several: 'several' } };
}

function itemsIn(profile: ColumnProfile, separator: string | null): string[] {
  const found = profile.words().flatMap((value) => items(value, separator));
  return [...new Set(found)].filter((word) => word.length <= 120);
}

function items(value: string, separator: string | null): string[] {
  return separator === null ? [value] : itemsOf(value, separator);
}

function listed(separator: string | null): { separator?: string } {
  return separator === null ? {} : { separator };
}
