/** Lists by bucket: bucket b holds `items[starts[b]] … items[starts[b + 1] − 1]`. */
export interface Buckets {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Positions 0 … n − 1 by `bucketOf[position]`, order within a bucket kept. Counting sort: two passes, no comparison. */
export function bucketSort(bucketOf: Int32Array, buckets: number): Buckets {
  const starts = new Int32Array(buckets + 1);
  for (const bucket of bucketOf) starts[bucket + 1]! += 1;
  for (let b = 0; b < buckets; b++) starts[b + 1] = starts[b + 1]! + starts[b]!;
  const items = new Int32Array(bucketOf.length);
  const next = starts.slice();
  for (let position = 0; position < bucketOf.length; position++) {
    const bucket = bucketOf[position]!;
    items[next[bucket]!] = position;
    next[bucket]! += 1;
  }
  return { starts, items };
}
