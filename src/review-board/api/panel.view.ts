export class PanelView {
  id!: string;
  memberIds!: string[];
}

export class PanelDrawView {
  panelId!: string;
  /** fixed, rotation or random */
  method!: string;
  /** 32 hex digits, of a random draw */
  seed!: string | null;
  /** Member ids who could have been drawn */
  pool!: string[];
  /** Member ids who were seated and left out: recused, in conflict, or with a part in the case already */
  excluded!: string[];
  drawn!: string[];
  /** What the seed gives from the pool now: `drawn` again, or the record is not right; null when chance had no part */
  redrawn!: string[] | null;
  drawnAt!: Date;
}
