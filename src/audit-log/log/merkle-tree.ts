import { createHash } from 'node:crypto';

/** The hash of a leaf (RFC 6962 2.1): of a zero byte and what the leaf says. */
export function leafHash(said: string): Buffer {
  return createHash('sha256').update(LEAF).update(said).digest();
}

/** Of the roots of two subtrees, the left one full. */
function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const HASH_BYTES = 32;

/** A tree that only grows (RFC 6962): of all its leaves it keeps the roots of the full subtrees at its right edge. */
export class MerkleTree {
  private constructor(
    private leaves: number,
    /** From the largest subtree to the smallest: one for each 1 in the binary number of leaves */
    private readonly edge: Buffer[],
  ) {}

  static empty(): MerkleTree {
    return new MerkleTree(0, []);
  }

  /** @param edge as `edgeBytes` gave it */
  static from(size: number, edge: Buffer): MerkleTree {
    const roots: Buffer[] = [];
    for (let at = 0; at < edge.length; at += HASH_BYTES) roots.push(edge.subarray(at, at + HASH_BYTES));
    return new MerkleTree(size, roots);
  }

  get size(): number {
    return this.leaves;
  }

  add(leaf: Buffer): void {
    let grown = leaf;
    for (let full = this.leaves; full % 2 === 1; full = Math.floor(full / 2)) {
      const left = this.edge.pop();
      if (left) grown = nodeHash(left, grown);
    }
    this.edge.push(grown);
    this.leaves++;
  }

  /** Of an empty tree it is the hash of nothing. */
  root(): Buffer {
    const smallestFirst = [...this.edge].reverse();
    const [smallest, ...larger] = smallestFirst;
    if (!smallest) return createHash('sha256').digest();
    return larger.reduce((right, left) => nodeHash(left, right), smallest);
  }

  edgeBytes(): Buffer {
    return Buffer.concat(this.edge);
  }
}

/** What proves that leaf `index` is in the tree of these leaves (RFC 6962 2.1.1): the roots beside its way up, lowest first. */
export function inclusionPath(leaves: readonly Buffer[], index: number): Buffer[] {
  return pathWithin(leaves, index, 0, leaves.length);
}

function pathWithin(leaves: readonly Buffer[], index: number, from: number, to: number): Buffer[] {
  if (to - from <= 1) return [];
  const split = from + largestPowerBelow(to - from);
  return index < split
    ? [...pathWithin(leaves, index, from, split), rootWithin(leaves, split, to)]
    : [...pathWithin(leaves, index, split, to), rootWithin(leaves, from, split)];
}

function rootWithin(leaves: readonly Buffer[], from: number, to: number): Buffer {
  const tree = MerkleTree.empty();
  for (const leaf of leaves.slice(from, to)) tree.add(leaf);
  return tree.root();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
