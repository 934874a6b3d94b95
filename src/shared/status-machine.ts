/** Where a thing may go from where it stands; what is not here is refused. The docs' diagrams are drawn from it. */
export type Moves<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

export function canGo<Status extends string>(moves: Moves<Status>, from: Status, to: Status): boolean {
  return moves[from].includes(to);
}

/** Why it cannot go there, in words that say where it can. */
export function cannotGo<Status extends string>(moves: Moves<Status>, from: Status, to: Status): string {
  const next = moves[from].join(', ');
  return `It is ${from} and cannot become ${to}: ${next === '' ? 'that is its end' : `next is ${next}`}.`;
}
