import type { EpochColumn } from './epoch-classes.js';
import { SeriesRefused } from './series-refused.js';

/** One way to put a column's words, of both epochs, into groups: word → group. */
export interface ColumnStep {
  readonly then: ReadonlyMap<string, number>;
  readonly now: ReadonlyMap<string, number>;
}

/**
 * The finest grouping in which every group is a union of words of both epochs, then one for each coarser level, up to a
 * single group. A word and one that it is part of must share a group; where the epochs disagree about what a word is part
 * of, the groups grow until they agree.
 */
export function columnSteps(then: EpochColumn, now: EpochColumn): ColumnStep[] {
  const groups = new Groups();
  const nodeOf = (side: string, word: string): number => groups.node(`${side} ${word}`);
  const columns = [
    { side: 'then', column: then },
    { side: 'now', column: now },
  ] as const;
  for (const { side, column } of columns)
    for (const [word, above] of column.ancestors) {
      if (above.at(-1) !== '*' && word !== '*')
        throw new SeriesRefused(
          'series-malformed',
          `a value of column ${column.name} is not said to be part of anything`,
        );
      const other = side === 'then' ? now : then;
      for (const wider of [word, ...above])
        if (other.ancestors.has(wider))
          groups.join(nodeOf(side, word), nodeOf(side === 'then' ? 'now' : 'then', wider));
      nodeOf(side, word);
    }
  const mapOf = ({ side, column }: (typeof columns)[number]): Map<string, number> =>
    new Map([...column.ancestors.keys()].map((word) => [word, groups.groupOf(nodeOf(side, word))]));
  const steps: ColumnStep[] = [{ then: mapOf(columns[0]), now: mapOf(columns[1]) }];
  for (let level = Math.max(then.level, now.level) + 1; groups.count > 1; level++) {
    const before = groups.count;
    for (const { side, column } of columns)
      for (const [word, above] of column.ancestors) {
        const wider = above[level - column.level - 1] ?? '*';
        groups.join(nodeOf(side, word), groups.node(`level ${wider}`));
      }
    groups.forget('level ');
    if (groups.count < before) steps.push({ then: mapOf(columns[0]), now: mapOf(columns[1]) });
  }
  return steps;
}

/** Disjoint sets of named nodes. */
class Groups {
  private readonly nodes = new Map<string, number>();
  private readonly parents: number[] = [];

  node(name: string): number {
    const known = this.nodes.get(name);
    if (known !== undefined) return known;
    const node = this.parents.push(this.parents.length) - 1;
    this.nodes.set(name, node);
    return node;
  }

  join(one: number, other: number): void {
    this.parents[this.groupOf(one)] = this.groupOf(other);
  }

  groupOf(node: number): number {
    let top = node;
    while (this.parents[top] !== top) top = this.parents[top]!;
    this.parents[node] = top;
    return top;
  }

  /** Names that begin so are used anew; what they joined stays joined. */
  forget(prefix: string): void {
    for (const name of this.nodes.keys()) if (name.startsWith(prefix)) this.nodes.delete(name);
  }

  /** Groups of the nodes that have a name. */
  get count(): number {
    return new Set([...this.nodes.values()].map((node) => this.groupOf(node))).size;
  }
}
