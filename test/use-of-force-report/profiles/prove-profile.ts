import { askedTest } from '../../../src/use-of-force-report/rules/profile/element-check.js';
import { indexCodes } from '../../../src/use-of-force-report/rules/profile/code-index.js';
import { compileProfile, ruleApplies } from '../../../src/use-of-force-report/rules/profile/compile-profile.js';
import { type ElementMatter, mattersOf } from '../../../src/use-of-force-report/rules/profile/element-matters.js';
import { type Fields, listAt, type Test } from '../../../src/use-of-force-report/rules/profile/ground.js';
import type {
  ElementDocument,
  ProfileDocument,
  Scope,
} from '../../../src/use-of-force-report/rules/profile/profile-document.js';
import { type CaseRecord, type Change, type ProfileCases, recordWith } from './profile-cases.js';

/**
 * Proves every code that a profile can answer with by a record that calls it forth and one that does not though the rule
 * was asked. Returns what is not proven: an empty list is a yes. A rule that never fires cannot pass.
 */
export function proveProfile(profile: ProfileDocument, cases: ProfileCases): string[] {
  const { judge } = compileProfile(profile);
  const codesOf = ({ report, facts }: CaseRecord): string[] =>
    judge(report, facts).issues.map(({ code }) => code.slice(profile.id.length + 1));
  const unproven = (code: string, pass: CaseRecord, fail: CaseRecord): string[] => [
    ...(codesOf(fail).includes(code) ? [] : [`${code} does not fire on its failing record`]),
    ...(codesOf(pass).includes(code) ? [`${code} fires on its passing record`] : []),
  ];
  const base = recordWith(cases.base);
  const first = judge(base.report, base.facts);
  return [
    ...(first.status === 'complete' ? [] : first.issues.map(({ code, path }) => `base: ${code} at ${path}`)),
    ...profile.elements.flatMap((element) => proveElement(element, profile, cases, unproven)),
    ...profile.rules.flatMap((rule) => {
      const { code, scope } = rule;
      const ruleCase = cases.rules[code];
      if (!ruleCase) return [`${code} has no case`];
      const [pass, fail] = [recordWith(cases.base, ruleCase.pass), recordWith(cases.base, ruleCase.fail)];
      const applies = ruleApplies(rule, profile);
      const asked = placeOf(pass, scope, applies) === null ? [`${code} is not asked of its passing record`] : [];
      return [...asked, ...unproven(code, pass, fail)];
    }),
    ...proveReportable(profile, cases),
  ];
}

function proveReportable(profile: ProfileDocument, cases: ProfileCases): string[] {
  const { judge } = compileProfile(profile);
  const judged = (...changes: (Change | undefined)[]) => {
    const { report, facts } = recordWith(cases.base, ...changes);
    return judge(report, facts);
  };
  const not = judged(cases.notReportable);
  const open = cases.open ? judged(cases.open) : null;
  const isOpen = (answer: typeof not): boolean => answer.issues.some(({ code }) => code.endsWith('reportable.open'));
  return [
    ...profile.reportable.criteria.flatMap(({ code }) => {
      const { criteria } = judged(cases.criteria[code]);
      return cases.criteria[code] && criteria.join() === code ? [] : [`criterion ${code}: met are ${criteria.join()}`];
    }),
    ...(not.status === 'not_reportable' && !isOpen(not) ? [] : ['nothing is not reportable']),
    ...(!profile.reportable.openWhen || (open?.status === 'not_reportable' && isOpen(open)) ? [] : ['nothing is open']),
  ];
}

/** Where in a record something is asked: the pointer of the thing, and the thing. */
function placeOf({ report, facts }: CaseRecord, scope: Scope, asked: Test): { at: string; item: Fields } | null {
  const ground = { report, facts };
  if (scope === 'incident') return asked(report, 0, ground) ? { at: '', item: report } : null;
  const index = listAt(report, scope).findIndex((item, each) => asked(item, each, ground));
  return index < 0 ? null : { at: `/${scope}/${index}`, item: listAt(report, scope)[index]! };
}

type Unproven = (code: string, pass: CaseRecord, fail: CaseRecord) => string[];

function proveElement(
  element: ElementDocument,
  profile: ProfileDocument,
  cases: ProfileCases,
  unproven: Unproven,
): string[] {
  const { code, scope, ask } = element;
  const names = [element.at].flat();
  const changes = [cases.base, cases.asked[code]];
  const pass = recordWith(...changes);
  const place = placeOf(pass, scope, ask === 'optional' ? () => true : askedTest(element, profile));
  if (!place) return [`${code} is not asked of its passing record`];
  const told = names.find((name) => place.item[name] !== undefined);
  if (told === undefined) return [`${code} is not answered in its passing record`];
  const without: Change = Object.fromEntries(names.map((name) => [`${place.at}/${name}`, null]));
  const failing = (matter: ElementMatter): Change => {
    const at = (name: string): string => `${place.at}/${name}`;
    const state = (which: string): Change => ({ ...without, [at(names[0]!)]: { state: which } });
    if (matter === 'missing') return without;
    if (matter === 'pending') return state('pending');
    if (matter === 'unknown') return state('unknown_final');
    if (matter === 'state')
      return state(
        ['not_applicable', 'pending', 'unknown_final'].find((each) => !element.states.some((one) => one === each))!,
      );
    return { ...without, [at(told)]: badValue(matter, element, profile, place.item[told]) };
  };
  return mattersOf(element, profile).flatMap((matter) => {
    const name = `${code}.${matter}`;
    if (matter !== 'unasked') return unproven(name, pass, recordWith(...changes, failing(matter)));
    const unasked = [...changes, cases.unasked[code]];
    return unproven(name, recordWith(...unasked, without), recordWith(...unasked));
  });
}

function badValue(matter: ElementMatter, element: ElementDocument, profile: ProfileDocument, told: unknown): unknown {
  const like = (value: unknown): unknown => (Array.isArray(told) ? [value] : value);
  const list = profile.lists[element.list ?? ''];
  const words = list ? indexCodes(list).words : [];
  if (matter === 'code') return like('no such word');
  if (matter === 'form') return like('!');
  if (matter === 'range') return element.range!.most + 1;
  if (matter === 'many')
    return [...words, ...Array.from({ length: element.most! }, (_, at) => `word ${at}`)].slice(0, element.most! + 1);
  const alone = indexCodes(list!);
  const lonely = words.find((word) => alone.standsAlone(alone.codeOf(word)!));
  return [lonely, words.find((word) => word !== lonely)];
}
