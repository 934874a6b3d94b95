import type { Pattern } from './pattern.js';

const TITLE = String.raw`(?:[Oo]fficers?|OFFICERS?|[Oo]fc|OFC|[Ss]gt|SGT|[Ss]ergeant|[Dd]et|[Dd]etective|[Ll]t|[Ll]ieutenant|[Cc]apt|[Cc]aptain|[Cc]hief|[Dd]eputy|[Aa]gent|[Tt]rooper|[Ss]heriff|[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Dd]octor|[Jj]udge|[Rr]ev|[Rr]everend|[Pp]astor|[Ff]ather|[Ss]ister|[Ii]mam|[Rr]abbi|[Cc]oach|[Pp]rincipal|[Ii]nvestigator|[Aa]ttorney)`;
/** Capitalised behind a title, and yet nobody's name. */
const NO_NAME = String.raw`(?!(?:Officers?|Involved|Sergeant|Chief|Department|Police|Review|Board|Oversight|Said|Stated|Then|And|The|Was|Who|Did|Had|Has|[A-Z]\b)(?![\p{L}]))`;

/** Names that stand where names stand, whoever's they are; and what makes somebody the only one. */
export const PEOPLE: readonly Pattern[] = [
  {
    kind: 'name',
    why: 'a name behind a title',
    form: new RegExp(
      String.raw`(?<![\p{L}])${TITLE}\.?\s+${NO_NAME}(?<it>(?:\p{Lu}\.\s*)?(?:(?:de|la|van|von|del)\s+)*\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?)`,
      'gu',
    ),
    caseTells: true,
  },
  {
    kind: 'name',
    why: 'a name that somebody is called by',
    form: /\b(?:named|called|nicknamed|known as|goes by|a\.?k\.?a\.?|alias|my name is|his name is|her name is|whose name is)\s+["']?(?<it>\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,2})/gu,
    caseTells: true,
  },
  {
    kind: 'only-one',
    why: 'says that somebody is the only one',
    form: /\b(?:the|his|her|their|my|our)\s+(?:only|sole|lone|youngest|oldest|tallest|first(?:-ever)?\s+(?:black|female|woman|male|latino|latina|asian|muslim|transgender|openly|deaf|blind))\s+\p{L}+(?:\s+\p{L}+)?/gu,
    source: 'suggestion',
  },
  {
    kind: 'only-one',
    why: 'an office that few hold',
    form: /\b(?:mayor|alderman|alderwoman|council(?:man|woman|member)|pastor|imam|rabbi|bishop|principal|superintendent|news anchor|tv host|head coach|city clerk|fire chief)\b/gu,
    source: 'suggestion',
  },
];
