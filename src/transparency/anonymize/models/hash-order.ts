/**
 * The order in which ARX visits the values of a class: by the slot of a hash table with linear probing that starts with
 * 8 slots and doubles above three quarters. Needed only where its answer depends on it.
 * @param values distinct codes by first appearance in the rows
 */
export function hashOrder(values: Int32Array, distinct: number): number[] {
  let slots = new Array<number>(8).fill(-1);
  for (let i = 0; i < distinct; i++) {
    place(slots, values[i]!);
    if (i + 1 <= slots.length * 0.75) continue;
    const wider = new Array<number>(slots.length * 2).fill(-1);
    for (const value of slots) if (value >= 0) place(wider, value);
    slots = wider;
  }
  return slots.filter((value) => value >= 0);
}

function place(slots: number[], value: number): void {
  let slot = value & (slots.length - 1);
  while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = value;
}
