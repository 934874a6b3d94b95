/**
 * Records of `width` words, sorted by their first two as one unsigned number; equal ones keep their order. The keys are
 * random within their range, so that one counting pass puts each near its place and insertion does the rest: linear.
 */
export function sortByKey(
  records: Int32Array,
  width: number,
  room: SortRoom = new SortRoom(records.length),
): Int32Array {
  const count = records.length / width;
  let [least, most] = [Infinity, 0];
  for (let i = 0; i < count; i++) {
    const high = records[i * width]! >>> 0;
    least = Math.min(least, high);
    most = Math.max(most, high);
  }
  const scale = count / (most - least + 1);
  const near = (i: number): number => Math.floor(((records[i * width]! >>> 0) - least) * scale);
  const starts = room.starts.subarray(0, count + 1).fill(0);
  for (let i = 0; i < count; i++) starts[near(i) + 1]!++;
  for (let place = 0; place < count; place++) starts[place + 1]! += starts[place]!;
  const order = room.order.subarray(0, count);
  for (let i = 0; i < count; i++) order[starts[near(i)]!++] = i;
  for (let to = 1; to < count; to++) {
    const moved = order[to]!;
    let at = to;
    for (; at > 0 && isBefore(records, moved * width, order[at - 1]! * width); at--) order[at] = order[at - 1]!;
    order[at] = moved;
  }
  const sorted = room.sorted.subarray(0, records.length);
  order.forEach((from, to) => {
    sorted.set(records.subarray(from * width, (from + 1) * width), to * width);
  });
  return sorted;
}

/** What sorting needs besides the records, to be used again: what is left to the collector piles up between its rounds. */
export class SortRoom {
  readonly sorted: Int32Array;
  readonly order: Int32Array;
  readonly starts: Int32Array;

  /** @param words of the most records that will be sorted, which have two words at least */
  constructor(words: number) {
    this.sorted = new Int32Array(words);
    this.order = new Int32Array(words >> 1);
    this.starts = new Int32Array((words >> 1) + 1);
  }
}

function isBefore(records: Int32Array, one: number, other: number): boolean {
  const [high, otherHigh] = [records[one]! >>> 0, records[other]! >>> 0];
  return high < otherHigh || (high === otherHigh && records[one + 1]! >>> 0 < records[other + 1]! >>> 0);
}
