import type { ElementDocument, Level, ProfileDocument } from './profile-document.js';

/** What can be the matter with an element; the last part of an issue's code. */
export type ElementMatter =
  'missing' | 'pending' | 'unknown' | 'state' | 'code' | 'alone' | 'form' | 'range' | 'many' | 'unasked';

type Matter = (element: ElementDocument, words: readonly string[]) => { level: Level; message: string };
const MOST_WORDS = 15;

/** How bad each is, and how to mend it. */
export const MATTERS: Readonly<Record<ElementMatter, Matter>> = {
  missing: ({ level = 'error', mend }) => ({ level, message: mend }),
  pending: () => ({ level: 'warning', message: 'This is still pending: tell it when it is known.' }),
  unknown: () => ({
    level: 'info',
    message: 'Unknown for good counts as no response: tell it if it becomes known after all.',
  }),
  state: ({ states, mend }) => ({
    level: 'error',
    message: states.length === 0 ? mend : `${mend} Without a value, it takes only: ${states.join(', ')}.`,
  }),
  code: (_, words) => ({
    level: 'error',
    message: `This programme has no code for what is told: use ${someOf(words)}.`,
  }),
  alone: () => ({ level: 'error', message: 'This stands alone: leave it out beside others, or the others beside it.' }),
  form: ({ form }) => ({
    level: 'error',
    message: `Write it with ${form?.least ?? 0} to ${form?.most ?? 0} of these characters: ${form?.characters ?? ''}.`,
  }),
  range: ({ range }) => ({
    level: 'error',
    message: `This programme takes a number from ${range?.least ?? 0} to ${range?.most ?? 0}.`,
  }),
  many: ({ most }) => ({
    level: 'error',
    message: `This programme takes at most ${most ?? 0}: tell the ones that matter most.`,
  }),
  unasked: ({ unasked = 'info' }) => ({
    level: unasked,
    message: 'This programme does not ask it here: check what it hangs on, or leave it out.',
  }),
};

function someOf(words: readonly string[]): string {
  const shown = words.slice(0, MOST_WORDS).join(', ');
  return words.length > MOST_WORDS ? `${shown} … (${words.length} in all, in the profile)` : shown;
}

/** Which of them can be the matter with this element at all. */
export function mattersOf(element: ElementDocument, profile: ProfileDocument): ElementMatter[] {
  const { ask, states, list, form, range, most, unasked } = element;
  const asked = ask !== 'optional';
  const possible: readonly (readonly [ElementMatter, boolean])[] = [
    ['missing', asked],
    ['pending', asked && states.includes('pending')],
    ['unknown', asked && states.includes('unknown_final')],
    ['state', asked && states.length < 3],
    ['code', list !== undefined],
    ['alone', list !== undefined && (profile.lists[list]?.alone ?? []).length > 0],
    ['form', form !== undefined],
    ['range', range !== undefined],
    ['many', most !== undefined],
    ['unasked', unasked !== undefined],
  ];
  return possible.filter(([, can]) => can).map(([matter]) => matter);
}
