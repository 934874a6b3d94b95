import type { SoqlType } from './typed.js';

/** `same`: whatever it is, all that are marked so are of one type, one of `among`. */
export type Kind = SoqlType | 'same' | 'any';

export interface SoqlFunction {
  readonly takes: readonly Kind[];
  /** What may follow, again and again */
  readonly repeats?: readonly Kind[];
  readonly among?: readonly SoqlType[];
  readonly gives: SoqlType | 'same';
  readonly aggregate?: true;
  /** From SQL of the operands to SQL of the whole: constants of ours around them, and nothing else. */
  readonly sql: (...operands: string[]) => string;
  /** The same over a cube, whose rows stand for many: `times` says for how many. Absent: it does not matter how often a row is there. */
  readonly overCube?: (times: string, ...operands: string[]) => string;
}

export const ORDERED: readonly SoqlType[] = ['text', 'number', 'date'];
export const EVERY: readonly SoqlType[] = ['text', 'number', 'boolean', 'date'];
