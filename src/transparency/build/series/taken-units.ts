import type { Dictionary } from '../../anonymize/index.js';
import type { IntList } from '../int-list.js';

/** Every unit of the record, as the epoch would show it: numbers and pseudonyms, no id. */
export interface TakenUnits {
  /** In the order of the source. */
  readonly pseudonyms: readonly string[];
  /** The unit's pseudonyms in the epoch before; empty where there is none. */
  readonly formerPseudonyms: readonly string[];
  /** unit → its class, a code of `classes`, whose words are rows of published words as JSON. */
  readonly classOf: IntList;
  readonly classes: Dictionary;
  /** unit → hash of all that its rows show. */
  readonly contents: readonly string[];
  /** Per sensitive column: unit → what its rows say there, a code of `values`. */
  readonly sensitive: readonly IntList[];
  readonly values: readonly Dictionary[];
  /** unit → its rows in the columns that demands are made of, a code of `cells`; empty where none is made. */
  readonly cellsOf: IntList;
  readonly cells: Dictionary;
  readonly rowsOf: IntList;
  /** Per column of matters: unit → items that it shows because they are common. */
  readonly common: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly rows: number;
}
