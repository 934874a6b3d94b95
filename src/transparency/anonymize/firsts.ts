/** id → the first position that has it; 0 for ids that none has */
export function firsts(idOf: Int32Array, positions: number, ids: number): Int32Array {
  const first = new Int32Array(ids);
  for (let position = positions - 1; position >= 0; position--) first[idOf[position]!] = position;
  return first;
}
