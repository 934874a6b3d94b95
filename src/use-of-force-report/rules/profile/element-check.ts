import { responseState } from '../answer.js';
import { type CodeIndex, indexCodes } from './code-index.js';
import { compileCondition, isAnswered } from './condition.js';
import type { Fields, Ground, Test } from './ground.js';
import type { IssueList } from './issue-list.js';
import { type ElementMatter, MATTERS } from './element-matters.js';
import type { ElementDocument, ProfileDocument } from './profile-document.js';

/** Looks at one element of one thing. */
export type Check = (item: Fields, index: number, ground: Ground, issues: IssueList) => void;

const ALWAYS: Test = () => true;
const NEVER: Test = () => false;

/** Whether an element is asked of a thing. */
export function askedTest({ ask, scope }: ElementDocument, { sets = {} }: ProfileDocument): Test {
  if (ask === 'required') return ALWAYS;
  return ask === 'optional' ? NEVER : compileCondition(ask.when, scope, sets);
}

/** All that a profile's description of an element demands, as one function: the element is read once. */
export function compileElement(element: ElementDocument, profile: ProfileDocument): Check {
  const { code, scope, label, unasked } = element;
  const names = [element.at].flat();
  const asked = askedTest(element, profile);
  const states = new Set<string>(element.states);
  const list = element.list === undefined ? null : indexCodes(profile.lists[element.list] ?? NO_CODES);
  const valueMatter = valueCheck(element, list);
  const optional = element.ask === 'optional';
  return (item, index, ground, issues) => {
    const add = (matter: ElementMatter, name: string, step?: number): void => {
      const at = step === undefined ? name : `${name}/${step}`;
      const { level, message } = MATTERS[matter](element, list?.words ?? []);
      issues.add({ scope, index, at }, { code: `${code}.${matter}`, level, label, message });
    };
    const name = names.find((each) => isAnswered(item[each])) ?? statedOf(item, names);
    if (name === undefined) {
      if (!optional && asked(item, index, ground)) add('missing', names[0] ?? '');
      return;
    }
    const told = item[name];
    if (isAnswered(told)) {
      if (unasked !== undefined && !asked(item, index, ground)) add('unasked', name);
      valueMatter(told, item, (matter, step) => {
        add(matter, name, step);
      });
      return;
    }
    if (optional || !asked(item, index, ground)) return;
    const state = responseState(told);
    if (state === 'not_asked') add('missing', name);
    else if (!states.has(state)) add('state', name);
    else if (state !== 'not_applicable') add(state === 'pending' ? 'pending' : 'unknown', name);
  };
}

const NO_CODES = { codes: [], confirmed: false };

/** The first that says why it has no value. */
function statedOf(item: Fields, names: readonly string[]): string | undefined {
  for (const name of names) if (responseState(item[name]) !== 'not_asked' && !Array.isArray(item[name])) return name;
  return undefined;
}

type Found = (matter: ElementMatter, step?: number) => void;

/** What can be the matter with a value that is there. */
function valueCheck({ form, range, most, with: second }: ElementDocument, list: CodeIndex | null) {
  const pattern = form ? new RegExp(`^[${form.characters}]{${form.least},${form.most}}$`) : null;
  const one = (value: unknown, item: Fields, found: Found, step?: number): string | undefined => {
    if (pattern && !(typeof value === 'string' && pattern.test(value))) found('form', step);
    if (range && (typeof value !== 'number' || value < range.least || value > range.most)) found('range', step);
    if (!list) return undefined;
    const code = list.codeOf(value, second === undefined ? undefined : item[second]);
    if (code === undefined) found('code', step);
    return code;
  };
  return (value: unknown, item: Fields, found: Found): void => {
    if (!Array.isArray(value)) {
      one(value, item, found);
      return;
    }
    if (most !== undefined && value.length > most) found('many');
    value.forEach((each: unknown, step) => {
      const code = one(each, item, found, step);
      if (code !== undefined && value.length > 1 && list?.standsAlone(code)) found('alone', step);
    });
  };
}
