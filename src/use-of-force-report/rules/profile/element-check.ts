import { responseState } from '../answer.js';
import { compileCondition, isAnswered } from './condition.js';
import { type ElementMatter, MATTERS } from './element-matters.js';
import type { Fields, Ground, Test } from './ground.js';
import type { IssueList } from './issue-list.js';
import type { ElementDocument, ProfileDocument } from './profile-document.js';
import { ValueCheck } from './value-check.js';

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
  const { code, scope, label, unasked, ask } = element;
  const names = [element.at].flat();
  const asked = askedTest(element, profile);
  const states = new Set<string>(element.states);
  const values = new ValueCheck(element, profile);
  const add = (issues: IssueList, index: number, at: string, matter: ElementMatter): void => {
    const { level, message } = MATTERS[matter](element, values.list?.words ?? []);
    issues.add({ scope, index, at }, { code: `${code}.${matter}`, level, label, message });
  };
  const answered: Check = (item, index, ground, issues) => {
    const name = answeredOf(item, names) ?? '';
    if (unasked !== undefined && !asked(item, index, ground)) add(issues, index, name, 'unasked');
    for (const [matter, step] of values.matters(item[name], item))
      add(issues, index, step === undefined ? name : `${name}/${step}`, matter);
  };
  const unanswered: Check = (item, index, ground, issues) => {
    if (!asked(item, index, ground)) return;
    const name = statedOf(item, names);
    if (name === undefined) add(issues, index, names[0] ?? '', 'missing');
    else {
      const matter = stateMatter(responseState(item[name]), states);
      if (matter !== null) add(issues, index, name, matter);
    }
  };
  return (item, index, ground, issues) => {
    if (answeredOf(item, names) !== undefined) answered(item, index, ground, issues);
    else if (ask !== 'optional') unanswered(item, index, ground, issues);
  };
}

/** What a state is the matter of, where no value is; null: the programme takes it, and there is nothing to come. */
function stateMatter(state: string, taken: ReadonlySet<string>): ElementMatter | null {
  if (!taken.has(state)) return 'state';
  if (state === 'not_applicable') return null;
  return state === 'pending' ? 'pending' : 'unknown';
}

function answeredOf(item: Fields, names: readonly string[]): string | undefined {
  for (const name of names) if (isAnswered(item[name])) return name;
  return undefined;
}

/** The first that says why it has no value. */
function statedOf(item: Fields, names: readonly string[]): string | undefined {
  for (const name of names) if (responseState(item[name]) !== 'not_asked' && !Array.isArray(item[name])) return name;
  return undefined;
}
