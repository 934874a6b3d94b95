import type { ForceProfile } from '../../../charter/index.js';
import { dayAfter } from '../reporting-limit.js';
import type { Scope } from './profile-document.js';
import type { ProfileShelf } from './profile-shelf.js';

/** One element that a programme asks for, always or under a condition, of incidents of these days. */
export interface AskedSpan {
  profile: string;
  scope: Scope;
  element: string;
  /** YYYY-MM-DD, the first and the last day */
  from: string;
  until: string;
  /** null: all */
  departments: string[] | null;
}

const FOR_GOOD = '9999-12-31';

/**
 * What the programmes of a charter ask for, as data that a database can join with: by the version of each profile that is in
 * force on a day. Where one of several elements will do, each of them is asked for.
 */
export function askedSpans(shelf: ProfileShelf, profiles: readonly ForceProfile[]): AskedSpan[] {
  return profiles.flatMap(({ profile, departments, ...bound }) =>
    spansOf(shelf, profile, bound).flatMap(({ from, until }) =>
      (shelf.inForce(profile, from)?.document.elements ?? [])
        .filter(({ ask }) => ask !== 'optional')
        .flatMap(({ scope, at }) =>
          [at].flat().map((element) => ({ profile, scope, element, from, until, departments })),
        ),
    ),
  );
}

/** The days that a profile binds, cut where another version of it begins or one ends. */
function spansOf(
  shelf: ProfileShelf,
  profile: string,
  { from, until }: Pick<ForceProfile, 'from' | 'until'>,
): { from: string; until: string }[] {
  const last = until ?? FOR_GOOD;
  const cuts = shelf
    .versionsOf(profile)
    .flatMap(({ effective }) => [effective.from, ...(effective.until === null ? [] : [dayAfter(effective.until, 1)])])
    .filter((day) => day > from && day <= last);
  const starts = [from, ...new Set(cuts.sort())];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { from: start, until: next === undefined ? last : dayAfter(next, -1) };
  });
}
