/** What the case knows that a public text must not say without somebody's decision. */
export interface RosterEntry {
  /**
   * `name`: matched by words, initials, nicknames and with one slip; `number`: any grouping; `contact`: as told, its numbers
   * and addresses are taken out of it; `place`: an address or a place in words; `date`: ISO; `narrative`: the person's own words
   */
  readonly is: 'name' | 'number' | 'contact' | 'place' | 'date' | 'narrative';
  /** Whose it is and what, in words: `the complainant`, `badge number of an officer` */
  readonly of: string;
  readonly value: string;
  /** Somebody outside the case: only name and surname together, or a title before the surname, are taken for them */
  readonly outside?: boolean;
}
