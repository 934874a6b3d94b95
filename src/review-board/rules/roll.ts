import type { Choice, Seat } from './seat.js';

export type Position = Choice | 'recused' | 'absent' | 'presiding';

/** How each member stands when the vote is closed: everyone once. @param silent presides, and votes on a tie alone */
export function rollOf(seats: readonly Seat[], silent: Seat | null): { memberId: string; position: Position }[] {
  return seats.map((seat) => ({ memberId: seat.memberId, position: positionOf(seat, silent) }));
}

function positionOf(seat: Seat, silent: Seat | null): Position {
  if (seat.recused) return 'recused';
  if (seat.choice) return seat.choice;
  return silent?.memberId === seat.memberId ? 'presiding' : 'absent';
}
