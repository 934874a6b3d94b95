import type { MappedState } from '../mapping.js';
import { plain } from '../word-table.js';

const STATES: readonly (readonly [MappedState | 'blank', readonly string[]])[] = [
  [
    'pending',
    ['pending', 'to follow', 'to be determined', 'tbd', 'pending further investigation', 'under investigation'],
  ],
  ['unknown_final', ['unknown', 'unk', 'unknown/refused', 'undetermined', 'not known', 'unable to determine']],
  ['not_applicable', ['n/a', 'na', 'not applicable', 'does not apply']],
  ['not_asked', ['not asked', 'not reported', 'not recorded', 'not specified', 'not collected', 'not provided']],
  ['blank', ['null', '-', '--', '.', '(null)', '(blank)', 'blank', 'none given', '#n/a', 'nan']],
];
const STATE_OF = new Map(STATES.flatMap(([state, words]) => words.map((word) => [word, state] as const)));

/** Why there is no value, if that is what the word says; null: it is a word. */
export function placeholderState(word: string): MappedState | 'blank' | null {
  return STATE_OF.get(plain(word)) ?? null;
}
