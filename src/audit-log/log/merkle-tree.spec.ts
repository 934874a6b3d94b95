import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { inclusionPath, leafHash, MerkleTree } from './merkle-tree.js';

/** The definition in RFC 6962 2.1, word for word: slow, and written apart from the tree that grows. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const [left, right] = [rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k))];
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from([1]), left, right]))
    .digest();
}

/** RFC 9162 2.1.3.2, as who checks a proof does it. */
function rootByPath(proof: { leaf: Buffer; index: number; size: number; path: Buffer[] }): string | null {
  let [at, last, root] = [proof.index, proof.size - 1, proof.leaf];
  for (const beside of proof.path) {
    if (last === 0) return null;
    const isRight = at % 2 === 1 || at === last;
    root = createHash('sha256')
      .update(Buffer.concat([Buffer.of(1), ...(isRight ? [beside, root] : [root, beside])]))
      .digest();
    if (isRight) while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    [at, last] = [at >> 1, last >> 1];
  }
  return last === 0 ? root.toString('hex') : null;
}

const leaves = Array.from({ length: 130 }, (_, number) => leafHash(`event ${number}`));

function grown(count: number): MerkleTree {
  const tree = MerkleTree.empty();
  for (const leaf of leaves.slice(0, count)) tree.add(leaf);
  return tree;
}

describe('a tree that grows', () => {
  it('has the root that RFC 6962 defines, at every size to 130', () => {
    for (let count = 0; count <= 130; count++)
      expect(
        grown(count)
          .root()
          .equals(rootByDefinition(leaves.slice(0, count))),
      ).toBe(true);
  });

  it('has the roots of the RFC’s known trees', () => {
    // Leaves of certificate-transparency-go's test vectors: the empty string, 0x00, 0x10.
    const known = MerkleTree.empty();
    expect(known.root().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    known.add(leafHash(''));
    expect(known.root().toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    known.add(leafHash('\u0000'));
    expect(known.root().toString('hex')).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
    known.add(leafHash('\u0010'));
    expect(known.root().toString('hex')).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
  });

  it('goes on from its edge as if it had never stopped', () => {
    for (let count = 0; count < 40; count++) {
      const before = grown(count);
      const after = MerkleTree.from(count, before.edgeBytes());
      for (const leaf of leaves.slice(count, count + 3)) after.add(leaf);
      expect(after.root().equals(grown(count + 3).root())).toBe(true);
      expect(after.size).toBe(count + 3);
    }
  });

  it('proves each leaf in at most as many hashes as the tree is high', () => {
    for (let index = 0; index < 130; index++) expect(inclusionPath(leaves, index).length).toBeLessThanOrEqual(8);
  });

  it('proves that each leaf is where it is, at every size to 33', () => {
    for (let size = 1; size <= 33; size++)
      for (let index = 0; index < size; index++) {
        const path = inclusionPath(leaves.slice(0, size), index);
        expect(rootByPath({ leaf: leaves[index]!, index, size, path })).toBe(grown(size).root().toString('hex'));
      }
  });
});
