import { type Fields, type Ground, listAt } from './ground.js';
import type { Path, Scope } from './profile-document.js';

/** Looks at a value; `other` is what it is compared to. */
export type See = (value: unknown, other?: unknown) => boolean;
/** Whether any value at a path makes `see` say yes. A path that leads to nothing shows undefined. */
export type Reach = (item: Fields, index: number, ground: Ground, see: See, other?: unknown) => boolean;

type Walk = (value: unknown, see: See, other: unknown) => boolean;
const EACH = 'each';

/** A path as a function. Its steps are taken apart once; to follow it makes no garbage. */
export function compilePath(path: Path, scope: Scope): Reach {
  if (path.startsWith('@')) {
    const name = path.slice(1);
    return (_item, _index, { facts }, see, other) => see(facts[name], other);
  }
  if (path.startsWith('/')) {
    const walk = walkOf(path.slice(1).split('/'));
    return (_item, _index, { report }, see, other) => walk(report, see, other);
  }
  const [first = '', ...rest] = path.split('/');
  if (scope === 'force' && rest.length > 0 && (first === 'officer' || first === 'subject'))
    return oneLinked(first, walkOf(rest));
  if ((scope === 'subjects' || scope === 'officers') && first === 'force')
    return forceLinked(scope === 'subjects' ? 'subject' : 'officer', walkOf(rest.slice(1)));
  const walk = walkOf([first, ...rest]);
  return (item, _index, _ground, see, other) => walk(item, see, other);
}

/** The officer who applied this force, or the subject on whom. */
function oneLinked(link: 'officer' | 'subject', walk: Walk): Reach {
  const list = `${link}s`;
  return (item, _index, { report }, see, other) => {
    const place = item[link];
    return walk(typeof place === 'number' ? listAt(report, list)[place - 1] : undefined, see, other);
  };
}

/** The force that was applied by this officer, or on this subject. */
function forceLinked(link: 'officer' | 'subject', walk: Walk): Reach {
  return (_item, index, { report }, see, other) => {
    for (const application of listAt(report, 'force'))
      if (application[link] === index + 1 && walk(application, see, other)) return true;
    return false;
  };
}

function walkOf(steps: readonly string[]): Walk {
  const [step, ...rest] = steps;
  if (step === undefined) return (value, see, other) => see(value, other);
  const walk = walkOf(rest);
  if (step === EACH)
    return (value, see, other) => Array.isArray(value) && value.some((each: unknown) => walk(each, see, other));
  return (value, see, other) =>
    walk(typeof value === 'object' && value !== null ? (value as Fields)[step] : undefined, see, other);
}
