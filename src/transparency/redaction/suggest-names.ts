import { createRequire } from 'node:module';
import type { Found } from './hit.js';

interface Matched {
  text: string;
  offset: { start: number; length: number };
}

type Nlp = (typeof import('compromise/two'))['default'];

/** A third of a second, that nobody waits for who suggests no names. */
let loaded: Nlp | undefined;
const model = (): Nlp => (loaded ??= createRequire(import.meta.url)('compromise/two') as Nlp);

/** What a small model of English takes for names of people and places. It finds about half of them: a suggestion, no more. */
export function suggestNames(text: string): Found[] {
  const read = model()(text);
  const found = (tag: string): Matched[] => read.match(tag).json({ offset: true }) as Matched[];
  const hits = (matches: Matched[], kind: 'name' | 'place', why: string): Found[] =>
    matches.map(({ offset: { start, length } }) => ({ start, end: start + length, kind, source: 'suggestion', why }));
  return [
    ...hits(found('#Person+'), 'name', 'looks like a name'),
    ...hits(found('#Place+'), 'place', 'looks like the name of a place'),
  ];
}
