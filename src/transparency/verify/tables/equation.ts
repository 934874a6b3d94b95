/** Σ factor · cell = side, over cells numbered through all tables and releases under attack. */
export interface Equation {
  readonly cells: number[];
  readonly factors: number[];
  side: number;
}
