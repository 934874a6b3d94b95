/** Anything with named members, as JSON has it. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a condition can look at: the record, and what is known besides it. A fact that is not known is absent. */
export interface Ground {
  report: Fields;
  facts: Fields;
}

/** A yes or no about one thing: the incident, or the `index`th of its subjects, officers or applications of force. */
export type Test = (item: Fields, index: number, ground: Ground) => boolean;

export function listAt(report: Fields, name: string): readonly Fields[] {
  const list = report[name];
  return Array.isArray(list) ? (list as readonly Fields[]) : [];
}
