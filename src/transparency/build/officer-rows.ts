import type { OfficerIdentity, OfficerTerms } from '../../charter/index.js';
import { LIST_SEPARATOR, type OfficerSpec } from '../datasets/release-spec.js';
import { officerIdentity } from '../rules/officer-identity.js';
import type { Pseudonyms } from './pseudonyms.js';
import { pseudonymText } from './pseudonyms.js';
import type { Cell, RowSource } from './row-source.js';

/** The published column of names and stable pseudonyms. */
export const OFFICER_IDENTITY = 'officer_identity';
export const WITHHELD = 'withheld';

export interface OfficerKeys {
  /** Pseudonyms under a key that outlives releases. */
  readonly stable: Pseudonyms;
  /**
   * The unit's column in a release of a series: an officer who must not be joined has the same key there in the next
   * release, or it would look like a correction. Null: nothing has to last.
   */
  readonly unit: string | null;
}

/**
 * Rows with their officers as the charter has them shown: the key column joins only what may be joined, and the column of
 * identities holds a name, a stable pseudonym or `withheld`.
 */
export class OfficerRows implements RowSource {
  private rows = 0;
  private open = '';
  private readonly met = new Map<string, number>();

  constructor(
    private readonly source: RowSource,
    private readonly spec: OfficerSpec,
    private readonly terms: OfficerTerms,
    private readonly keys: OfficerKeys,
  ) {}

  async each(columns: readonly string[], onRow: (cells: readonly Cell[]) => void): Promise<void> {
    const { id, name, rank, on, outcome, forceTypes, key } = this.spec;
    const [keyAt, identityAt] = [columns.indexOf(key), columns.indexOf(OFFICER_IDENTITY)];
    if (keyAt < 0 && identityAt < 0) return this.source.each(columns, onRow);
    const { unit } = this.keys;
    const facts = [key, id, name, rank, on, outcome, forceTypes, unit].filter((column) => column !== null);
    const wanted = columns.filter((column) => column !== OFFICER_IDENTITY);
    const asked = [...wanted, ...facts.filter((fact) => !wanted.includes(fact))];
    const placeOf = (fact: string | null): number => (fact === null ? -1 : asked.indexOf(fact));
    const places = {
      key: placeOf(key),
      id: placeOf(id),
      name: placeOf(name),
      rank: placeOf(rank),
      unit: placeOf(unit),
    };
    const asks = { on: placeOf(on), outcome: placeOf(outcome), forceTypes: placeOf(forceTypes) };
    const from = columns.map((column) => asked.indexOf(column));
    const shown: Cell[] = [];
    await this.source.each(asked, (cells) => {
      const identity = officerIdentity(this.terms, {
        outcome: cells[asks.outcome] ?? null,
        rank: cells[places.rank] ?? null,
        forceTypes: cells[asks.forceTypes]?.split(LIST_SEPARATOR) ?? [],
        on: cells[asks.on] ?? null,
      });
      from.forEach((place, at) => (shown[at] = cells[place] ?? null));
      const known = identityOf(identity, cells[places.id] ?? null, cells[places.name] ?? null);
      if (keyAt >= 0) shown[keyAt] = this.joining(known, cells[places.key] ?? '', cells[places.unit] ?? '');
      if (identityAt >= 0) shown[identityAt] = this.shownAs(known);
      onRow(shown);
    });
  }

  /** Rows of one officer that are shown in different ways must not be joined: the name would spread to the others. */
  private joining({ identity }: Shown, key: string, unit: string): string {
    if (identity !== 'absent') return `${identity} ${key}`;
    return this.keys.unit === null ? `absent ${this.rows++}` : `absent ${unit} ${key} ${this.turnOf(key, unit)}`;
  }

  /** Which of the unit's rows of that officer it is. */
  private turnOf(key: string, unit: string): number {
    if (unit !== this.open) this.met.clear();
    this.open = unit;
    const turn = this.met.get(key) ?? 0;
    this.met.set(key, turn + 1);
    return turn;
  }

  private shownAs({ identity, id, name }: Shown): string {
    if (identity === 'named') return name;
    if (identity !== 'stable-pseudonym') return WITHHELD;
    const words = new Int32Array(2);
    this.keys.stable.write(id, words, 0);
    return pseudonymText(words[0]!, words[1]!);
  }
}

interface Shown {
  readonly identity: OfficerIdentity;
  readonly id: string;
  readonly name: string;
}

/** Whom nobody has identified cannot be named, nor be the same in two releases. */
function identityOf(identity: OfficerIdentity, id: string | null, name: string | null): Shown {
  const lacking = (identity === 'named' && !name) || (identity === 'stable-pseudonym' && !id);
  return { identity: lacking ? 'release-pseudonym' : identity, id: id ?? '', name: name ?? '' };
}
