import { plain } from '../word-table.js';

export interface CanonicalTerm {
  code: string;
  label: string;
}

/** A canonical word for another, and how near it is, of 1. */
export interface Nearest {
  code: string;
  nearness: number;
}

/** How places write what ours calls otherwise: a pattern of the place's word, and a piece of our code. The first that fits counts. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^b$|black|african/, 'black'],
  [/^h$|^l$|hispanic|latin/, 'hispanic'],
  [/two or more|multi|bi-?racial/, 'two_or_more'],
  [/native hawaiian|pacific islander/, 'pacific_islander'],
  [/^a$|asian/, 'asian'],
  [/^i$|american indian|native american|alaska/, 'american_indian'],
  [/^w$|white|caucasian/, 'white'],
  [/^p$/, 'pacific_islander'],
  [/^f$|female|woman/, 'female'],
  [/^m$|^male|^man$/, 'male'],
  [/^x$|non-?binary|non-?conforming/, 'non_binary'],
  [
    /(point|display|exhibit|drawn|draw).*(gun|firearm|rifle|weapon|pistol)|(gun|firearm|rifle|weapon|pistol|shotgun).*(point|display|exhibit|drawn)/,
    'firearm_pointed',
  ],
  [/taser|\bcew\b|\bced\b|\becw\b|electr/, 'electronic_control'],
  [/\boc\b|o c spray|pepper ?spray|chemical|\bcs\b|\bgas\b/, 'chemical_agent'],
  [/k-?9|canine|\bdog\b/, 'canine'],
  [/bean ?bag|rubber|40 ?mm|projectile|less.?lethal|pepper ?ball|munition/, 'impact_projectile'],
  [/firearm|handgun|rifle|shotgun|pistol|gun ?shot|shots? fired/, 'firearm_discharged'],
  [/baton|\basp\b|impact weapon|pr-24|flashlight/, 'baton'],
  [/vehicle|\bpit\b|pursuit immobili/, 'vehicle'],
  [/take ?-?down|tackle|trip|leg sweep|balance displacement|grounded/, 'take_down'],
  [/pressure point/, 'pressure_point'],
  [/strike|punch|kick|knee|elbow|head ?butt|fist|struck|used head/, 'strike'],
  [
    /hold|lock|arm ?bar|escort|grab|push|wrist|control|restrain|handcuff|\b(?:hand|arm|leg)s?\b|weaponless|physical/,
    'restraining_hold',
  ],
  [/^unknown|unidentified/, 'unknown'],
  [/^person$|individual|human/, 'person'],
  [/animal|dog/, 'animal'],
  [/indoor|inside/, 'indoors'],
  [/outdoor|outside/, 'outdoors'],
  [/^o$|^other/, 'other'],
];
/** Less than this is a guess that nobody should have to find. */
const NEAR_ENOUGH = 0.5;

/** The canonical word that is nearest; null: none is near. */
export function nearestTerm(word: string, terms: readonly CanonicalTerm[]): Nearest | null {
  const form = plain(word);
  const exact = terms.find(({ code, label }) => plain(label) === form || plain(code.replaceAll('_', ' ')) === form);
  if (exact) return { code: exact.code, nearness: 1 };
  const [, known] =
    KNOWN.find(([pattern, code]) => pattern.test(form) && terms.some((term) => term.code === code)) ?? [];
  if (known !== undefined) return { code: known, nearness: 0.8 };
  const near = terms.map(({ code, label }) => ({ code, nearness: Math.max(alike(form, label), alike(form, code)) }));
  const best = near.reduce((one, other) => (other.nearness > one.nearness ? other : one), { code: '', nearness: 0 });
  return best.nearness >= NEAR_ENOUGH ? best : null;
}

/** The share of words that both have, words of four letters and more being the same by their beginnings. */
function alike(one: string, other: string): number {
  const [mine, yours] = [stems(one), stems(other)];
  const both = [...mine].filter((stem) => yours.has(stem)).length;
  const all = new Set([...mine, ...yours]).size;
  return all === 0 ? 0 : both / all;
}

function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(
    words.filter((word) => !['or', 'and', 'the', 'of', 'used', 'on'].includes(word)).map((word) => word.slice(0, 6)),
  );
}
