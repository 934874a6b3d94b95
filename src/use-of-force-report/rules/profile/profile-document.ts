import type { ResponseState } from '../answer.js';

export const LEVELS = ['error', 'warning', 'info'] as const;
/** `error`: the programme would not take it. `warning`: it would, and a person should look. `info`: worth knowing. */
export type Level = (typeof LEVELS)[number];

export const SCOPES = ['incident', 'subjects', 'officers', 'force'] as const;
/** What is looked at: the incident once, or each of its subjects, officers or applications of force. */
export type Scope = (typeof SCOPES)[number];

export const COMPARISONS = ['<', '<=', '=', '>=', '>', '!='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * Where in a record: `age` of what is looked at; `/occurredOn` of the incident; `/subjects/each/injuries` of any of the list;
 * `@today` of what is known besides. A path follows links: from a subject or an officer, `force/each/forceType` is the force
 * used on or by them; from an application of force, `officer/age` and `subject/kind` are of the two between whom it was.
 */
export type Path = string;

/** A yes or no about a record. The language is closed: there is nothing else to say. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { at: Path | Path[]; equals: string | number | boolean }
  | { at: Path | Path[]; in: string[] | { set: string } }
  | { at: Path | Path[]; present: boolean }
  | { at: Path | Path[]; state: ResponseState | ResponseState[] }
  | { at: Path; count: { least?: number; most?: number } }
  | { at: Path; compare: Comparison; to: number | string | { at: Path } | { count: Path } }
  | { each: 'subjects' | 'officers' | 'force'; must: Condition }
  | { some: 'subjects' | 'officers' | 'force'; where: Condition }
  | { function: string; from: Path; to: Path; most: number };

/** One code of a programme's list, and the canonical words that it stands for. Its label, as a word, is always one. */
export interface ListedCode {
  code: string;
  label: string;
  /** canonical codes; with a second element (`with`), both joined by a slash */
  from?: string[];
}

export interface CodeList {
  codes: ListedCode[];
  /** codes that stand alone: `none`, `unknown` */
  alone?: string[];
  /** the programme's codes are themselves taken for words, as NIBRS codes are */
  codesAreWords?: boolean;
  /** the programme's codes for the states that it takes */
  states?: Partial<Record<ResponseState, string>>;
  /** false: from no source that we could read; to be checked against the programme's own manual */
  confirmed: boolean;
  source?: string;
}

export interface ElementDocument {
  /** stable; the codes of its issues begin with it */
  code: string;
  /** the programme's own name or number of it */
  programmeName?: string;
  scope: Scope;
  /** one element, or several of which one will do */
  at: string | string[];
  label: string;
  ask: 'required' | 'optional' | { when: Condition };
  /** of its absence; `error` unless said */
  level?: Level;
  /** the states that the programme takes in the place of a value */
  states: ResponseState[];
  list?: string;
  /** a second element that tells codes of the list apart */
  with?: string;
  form?: { characters: string; least: number; most: number };
  range?: { least: number; most: number };
  /** how many values at most, where the element is a list */
  most?: number;
  /** the level of telling it when it is not asked; nothing is said unless this is */
  unasked?: Level;
  /** how to mend its absence */
  mend: string;
  confirmed?: boolean;
}

export interface RuleDocument {
  code: string;
  level: Level;
  scope: Scope;
  when?: Condition;
  must: Condition;
  /** where it is told; the whole of what is looked at unless said */
  at?: string;
  mend: string;
  /** facts without which it is not asked: those of the set of records, which a record alone does not tell */
  needs?: string[];
  confirmed?: boolean;
}

/** One version of a programme's rules, as data. */
export interface ProfileDocument {
  id: string;
  version: string;
  title: string;
  authority: string;
  sources: string[];
  /** days of incidents that it is for; `until` is the last */
  effective: { from: string; until: string | null };
  cadence: { every: 'month' | 'year' | 'incident'; dueDays: number | null; zeroReport: boolean; confirmed: boolean };
  reportable: {
    criteria: { code: string; says: string; when: Condition }[];
    /** why not, where none of them holds */
    otherwise: string;
    /** none of them holds, but what is pending may change that */
    openWhen?: Condition;
  };
  /** which of the people and the force it is about; all unless said */
  among?: { subjects?: Condition; officers?: Condition; force?: Condition };
  sets?: Record<string, string[]>;
  lists: Record<string, CodeList>;
  elements: ElementDocument[];
  rules: RuleDocument[];
}
