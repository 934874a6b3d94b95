import { FORCE_ELEMENTS } from '../force-elements.js';
import { INCIDENT_ELEMENTS } from '../incident-elements.js';
import { OFFICER_ELEMENTS } from '../officer-elements.js';
import { SUBJECT_ELEMENTS } from '../subject-elements.js';
import { wordsOf } from './code-index.js';
import { NAMED_FUNCTIONS } from './named-functions.js';
import type { CodeList, Condition, ElementDocument, Path, ProfileDocument, Scope } from './profile-document.js';
import { patternOf } from './value-check.js';

const NAMES: Readonly<Record<Scope, ReadonlySet<string>>> = {
  incident: new Set([...Object.keys(INCIDENT_ELEMENTS), 'subjects', 'officers', 'force']),
  subjects: new Set(Object.keys(SUBJECT_ELEMENTS)),
  officers: new Set(Object.keys(OFFICER_ELEMENTS)),
  force: new Set(Object.keys(FORCE_ELEMENTS)),
};

/** What is known besides the record, when it is: see ReportFacts. */
export const FACTS = ['today', 'receivedOn', 'sameIncident', 'zeroReport', 'closedThrough', 'departmentOri'] as const;

/** What keeps a profile from holding together, each with its place; an empty list is a yes. */
export function profileFaults(profile: ProfileDocument): string[] {
  const { elements, rules, reportable, among = {}, lists } = profile;
  const inCondition = (place: string, condition: Condition | undefined, scope: Scope): string[] =>
    condition === undefined ? [] : conditionFaults(condition, scope, profile).map((fault) => `${place}: ${fault}`);
  return [
    ...twice([...elements, ...rules].map(({ code }) => code)).map((code) => `/elements: ${code} is there twice`),
    ...elements.flatMap(({ code, scope, at, with: second, list, ask, form }) => [
      ...(form === undefined || isPattern(form)
        ? []
        : [`/elements/${code}: its form is none: check the characters and how many`]),
      ...[at, second ?? []]
        .flat()
        .flatMap((path) => unknownPath(path, scope).map((fault) => `/elements/${code}: ${fault}`)),
      ...(list === undefined || Object.hasOwn(lists, list) ? [] : [`/elements/${code}: there is no list ${list}`]),
      ...inCondition(`/elements/${code}`, typeof ask === 'object' ? ask.when : undefined, scope),
    ]),
    ...rules.flatMap(({ code, scope, when, must, needs = [] }) => [
      ...inCondition(`/rules/${code}`, when, scope),
      ...inCondition(`/rules/${code}`, must, scope),
      ...needs.filter((fact) => !isFact(fact)).map((fact) => `/rules/${code}: there is no fact ${fact}`),
    ]),
    ...reportable.criteria.flatMap(({ code, when }) => inCondition(`/reportable/${code}`, when, 'incident')),
    ...inCondition('/reportable/openWhen', reportable.openWhen, 'incident'),
    ...(['subjects', 'officers', 'force'] as const).flatMap((scope) => inCondition('/among', among[scope], scope)),
    ...Object.entries(lists).flatMap(([name, list]) => listFaults(list).map((fault) => `/lists/${name}: ${fault}`)),
  ];
}

function conditionFaults(condition: Condition, scope: Scope, profile: ProfileDocument): string[] {
  const within = (part: Condition, inner = scope): string[] => conditionFaults(part, inner, profile);
  const paths = (...all: Path[]): string[] => all.flatMap((path) => unknownPath(path, scope));
  if ('all' in condition) return condition.all.flatMap((part) => within(part));
  if ('any' in condition) return condition.any.flatMap((part) => within(part));
  if ('not' in condition) return within(condition.not);
  if ('each' in condition) return within(condition.must, condition.each);
  if ('some' in condition) return within(condition.where, condition.some);
  if ('function' in condition)
    return [
      ...(NAMED_FUNCTIONS.has(condition.function) ? [] : [`there is no function ${condition.function}`]),
      ...paths(condition.from, condition.to),
    ];
  if ('compare' in condition) {
    const { to } = condition;
    return paths(condition.at, ...(typeof to !== 'object' ? [] : 'count' in to ? [to.count] : [to.at]));
  }
  const set = 'in' in condition && !Array.isArray(condition.in) ? condition.in.set : null;
  return [
    ...paths(...[condition.at].flat()),
    ...(set === null || Object.hasOwn(profile.sets ?? {}, set) ? [] : [`there is no set ${set}`]),
  ];
}

/** A path that leads to no element would never be met: the rule that has it would never fire. */
function unknownPath(path: Path, scope: Scope): string[] {
  const unknown = [`${path} leads to no element`];
  if (path.startsWith('@')) return isFact(path.slice(1)) ? [] : unknown;
  const steps = path.replace(/^\//, '').split('/');
  const [first = '', second = '', third = ''] = steps;
  const at = path.startsWith('/') ? 'incident' : scope;
  const known = (inner: Scope, name: string): string[] => (NAMES[inner].has(name) ? [] : unknown);
  if (steps.length === 1) return known(at, first);
  if (at === 'force' && (first === 'officer' || first === 'subject') && steps.length === 2)
    return known(`${first}s`, second);
  const list = at === 'incident' ? ['subjects', 'officers', 'force'] : at === 'force' ? [] : ['force'];
  return steps.length === 3 && second === 'each' && list.includes(first) ? known(first as Scope, third) : unknown;
}

/** A word that stands for two codes stands for neither; a code that is not in its list does not stand alone. */
function listFaults(list: CodeList): string[] {
  const codes = list.codes.map(({ code }) => code);
  return [
    ...twice(codes).map((code) => `${code} is there twice`),
    ...twice(list.codes.flatMap((listed) => wordsOf(listed, list))).map((word) => `${word} stands for two codes`),
    ...(list.alone ?? []).filter((code) => !codes.includes(code)).map((code) => `${code} is no code of it`),
  ];
}

function isPattern(form: NonNullable<ElementDocument['form']>): boolean {
  try {
    return patternOf(form).source !== '';
  } catch {
    return false;
  }
}

function isFact(name: string): boolean {
  return FACTS.some((fact) => fact === name);
}

function twice(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) < index))];
}
