/** `numbers` at the positions: a plain loop, many times faster than `map` over typed arrays. */
export function pick(numbers: Int32Array, positions: Int32Array): Int32Array {
  const picked = new Int32Array(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = numbers[positions[i]!]!;
  return picked;
}
