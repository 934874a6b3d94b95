export class MemberView {
  memberId!: string;
  staffId!: string;
  name!: string;
  /** The authority whose seat it is */
  appointedBy!: string;
  /** First day, YYYY-MM-DD */
  termFrom!: string;
  /** Last day, YYYY-MM-DD */
  termTo!: string;
  seatId!: string | null;
  /** Sits only in the place of a member who is recused or away */
  alternate!: boolean;
  /** Why the term ended before its time: resigned, removed, died, moved_away or disqualified */
  endReason!: string | null;
}

export class SeatView {
  id!: string;
  label!: string;
  appointingAuthority!: string;
  alternate!: boolean;
  /** The member who sits in it today; null: vacant */
  holder!: string | null;
}

export class BoardOfficerView {
  id!: string;
  memberId!: string;
  name!: string;
  /** chair, vice_chair or secretary */
  office!: string;
  /** First day, YYYY-MM-DD */
  from!: string;
  /** Last day, YYYY-MM-DD */
  to!: string;
}

export class BoardView {
  id!: string;
  name!: string;
  members!: MemberView[];
  seats!: SeatView[];
  officers!: BoardOfficerView[];
}

/** What was made, to be named by later requests. */
export class MadeView {
  id!: string;
}
