import type { Seat } from './seat.js';

/** The chair if there and not recused, else the vice chair; null when neither takes part. */
export function presidingOf(seats: readonly Seat[]): Seat | null {
  const there = seats.filter(({ present, recused }) => present && !recused);
  return there.find(({ office }) => office === 'chair') ?? there.find(({ office }) => office === 'vice_chair') ?? null;
}
