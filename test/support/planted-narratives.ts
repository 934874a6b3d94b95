import type { RosterEntry } from '../../src/transparency/redaction/index.js';
import { CLEAN_SENTENCES } from './clean-sentences.js';
import { castOf } from './planted-cast.js';
import { PLANTS } from './planted-identifiers.js';

export interface Planted {
  what: string;
  start: number;
  end: number;
}

/** A narrative with identifiers whose places are known, and the roster of its case. */
export interface PlantedNarrative {
  text: string;
  roster: RosterEntry[];
  planted: Planted[];
}

/** Every kind of identifier stands in each narrative once, between sentences that name nobody, in another order each time. */
export function plantedNarrative(seed: number): PlantedNarrative {
  const cast = castOf(seed);
  const order = [...PLANTS].sort(() => cast.dice.next() - 0.5);
  let text = '';
  const planted = order.map(([what, sentence]): Planted => {
    text += `${cast.dice.one(CLEAN_SENTENCES)} `;
    const [before = '', it = '', after = ''] = sentence(cast).split(/\[(.*?)\]/s);
    const start = text.length + before.length;
    text += `${before}${it}${after} `;
    return { what, start, end: start + it.length };
  });
  return { text, roster: cast.roster, planted };
}
