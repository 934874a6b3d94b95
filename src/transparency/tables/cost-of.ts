import { HIDDEN, type TableSystem } from './table-system.js';

/** Weight of the withheld cells whose withholding was a choice. */
export const costOf = ({ standing, weight }: TableSystem, hidden: Uint8Array): number =>
  hidden.reduce((sum, is, cell) => (is && standing[cell] !== HIDDEN ? sum + weight[cell]! : sum), 0);
