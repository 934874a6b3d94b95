import { compileCondition } from './condition.js';
import { type Check, compileElement } from './element-check.js';
import { mattersOf } from './element-matters.js';
import { type Fields, type Ground, listAt, type Test } from './ground.js';
import { IssueList, type ProgrammeIssue } from './issue-list.js';
import { type ProfileDocument, type RuleDocument, type Scope, SCOPES } from './profile-document.js';

/** What a programme says of one record. */
export interface ProgrammeAnswer {
  profile: string;
  version: string;
  title: string;
  /** `incomplete`: something that it asks for is missing, at fault or still pending */
  status: 'complete' | 'incomplete' | 'not_reportable';
  /** it would be taken as it is: nothing is at fault, though something may be pending; false when not reportable */
  acceptable: boolean;
  /** which of the programme's criteria the record meets */
  criteria: string[];
  /** why it is not reportable; null when it is */
  why: string | null;
  issues: ProgrammeIssue[];
}

/** A profile as functions: taken apart once, asked of any number of records. */
export interface CompiledProfile {
  document: ProfileDocument;
  judge: (report: Fields, facts?: Fields) => ProgrammeAnswer;
}

export function compileProfile(document: ProfileDocument): CompiledProfile {
  const { id: profile, version, title, reportable, sets = {} } = document;
  const criteria = reportable.criteria.map(({ code, when }) => ({
    code,
    met: compileCondition(when, 'incident', sets),
  }));
  const isOpen = reportable.openWhen ? compileCondition(reportable.openWhen, 'incident', sets) : (): boolean => false;
  const run = SCOPES.map((scope) => runScope(scope, document));
  const judge = (report: Fields, facts: Fields = {}): ProgrammeAnswer => {
    const ground = { report, facts };
    const issues = new IssueList(profile);
    const met = criteria.filter(({ met }) => met(report, 0, ground)).map(({ code }) => code);
    if (met.length === 0) {
      if (isOpen(report, 0, ground)) issues.add({ scope: 'incident', index: 0 }, OPEN);
      const [status, why] = ['not_reportable' as const, reportable.otherwise];
      return { profile, version, title, status, acceptable: false, criteria: met, why, issues: issues.found };
    }
    for (const each of run) each(ground, issues);
    const { found } = issues;
    const acceptable = !found.some(({ level }) => level === 'error');
    const complete = acceptable && !found.some(({ code }) => code.endsWith('.pending'));
    const status = complete ? ('complete' as const) : ('incomplete' as const);
    return { profile, version, title, status, acceptable, criteria: met, why: null, issues: found };
  };
  return { document, judge };
}

/** What is said where nothing makes a record reportable and something pending may yet. */
const OPEN = {
  code: 'reportable.open',
  level: 'warning',
  label: 'Whether it is to be reported',
  message: 'What is pending may make this reportable: tell it when it is known.',
} as const;

/** All that is asked of the incident, or of each of its subjects, officers or applications of force that it is about. */
function runScope(scope: Scope, document: ProfileDocument): (ground: Ground, issues: IssueList) => void {
  const checks = [
    ...document.elements.filter((element) => element.scope === scope).map((each) => compileElement(each, document)),
    ...document.rules.filter((rule) => rule.scope === scope).map((each) => compileRule(each, document)),
  ];
  if (scope === 'incident')
    return (ground, issues) => {
      for (const check of checks) check(ground.report, 0, ground, issues);
    };
  const among = document.among?.[scope];
  const isAmong: Test = among ? compileCondition(among, scope, document.sets ?? {}) : () => true;
  return (ground, issues) => {
    listAt(ground.report, scope).forEach((item, index) => {
      if (isAmong(item, index, ground)) for (const check of checks) check(item, index, ground, issues);
    });
  };
}

/** When a rule is asked: where its condition holds and the facts that it needs are known. */
export function ruleApplies({ when, scope, needs = [] }: RuleDocument, { sets = {} }: ProfileDocument): Test {
  const applies = when ? compileCondition(when, scope, sets) : null;
  return (item, index, ground) =>
    needs.every((fact) => ground.facts[fact] !== undefined) && (applies === null || applies(item, index, ground));
}

function compileRule(rule: RuleDocument, document: ProfileDocument): Check {
  const { code, level, scope, at, mend } = rule;
  const applies = ruleApplies(rule, document);
  const must = compileCondition(rule.must, scope, document.sets ?? {});
  return (item, index, ground, issues) => {
    if (applies(item, index, ground) && !must(item, index, ground))
      issues.add({ scope, index, at }, { code, level, label: mend, message: mend });
  };
}

/** Every code that a profile can answer with. */
export function issueCodesOf(document: ProfileDocument): string[] {
  const { id, elements, rules, reportable } = document;
  return [
    ...elements.flatMap((element) => mattersOf(element, document).map((matter) => `${id}.${element.code}.${matter}`)),
    ...rules.map(({ code }) => `${id}.${code}`),
    ...(reportable.openWhen ? [`${id}.reportable.open`] : []),
  ];
}
