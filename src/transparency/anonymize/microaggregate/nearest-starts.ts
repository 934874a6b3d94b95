/**
 * For every end j the greatest start i for which [i, j) holds k distinct subjects; −1 where none does. Two pointers.
 * @param subjectAt position → subject, dense from 0
 */
export function nearestStarts(subjectAt: Int32Array, subjects: number, k: number): Int32Array {
  const n = subjectAt.length;
  const starts = new Int32Array(n + 1).fill(-1);
  const held = new Int32Array(subjects);
  let distinct = 0;
  let start = 0;
  for (let j = 1; j <= n; j++) {
    const entering = subjectAt[j - 1]!;
    if (held[entering] === 0) distinct++;
    held[entering] = held[entering]! + 1;
    for (;;) {
      const leaving = subjectAt[start]!;
      const last = held[leaving] === 1;
      if (start >= j - 1 || (last && distinct === k) || distinct < k) break;
      held[leaving] = held[leaving]! - 1;
      if (last) distinct--;
      start++;
    }
    if (distinct >= k) starts[j] = start;
  }
  return starts;
}
