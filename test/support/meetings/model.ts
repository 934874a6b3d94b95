export type Choice = 'yes' | 'no' | 'abstain';
export type Position = Choice | 'recused' | 'absent' | 'presiding';

/** Five members, of whom the first is in the chair and the second its vice, and an alternate. */
export const MEMBERS = [0, 1, 2, 3, 4];
export const ALTERNATE = 5;
/** Of the third item; the first one is about no case, the others are about the same. */
export const PANEL = [0, 1, 2];

export interface ModelMotion {
  item: number;
  mover: number;
  seconder: number | null;
  degree: number;
  /** Places in the list of motions */
  amends: number | null;
  reconsiders: number | null;
  continues: number | null;
  status: 'open' | 'carried' | 'failed' | 'withdrawn' | 'void' | 'carried_over';
  onAllegation: boolean;
  finding: string | null;
  /** As moved and as amended */
  texts: string[];
  votes: Partial<Record<number, Choice>>;
  roll: Partial<Record<number, Position>> | null;
  tally: { quorum: number; present: number; yes: number; no: number; seats: number } | null;
  casting: { by: number; choice: 'yes' | 'no' } | null;
}

/** What a meeting is, in a few plain lists. Meetings follow each other: of the former ones the motions are left. */
export interface Model {
  open: boolean;
  present: number[];
  recused: number[];
  /** In whose place the alternate sits; for the case alone, or for all */
  standIn: { member: number; ofCase: boolean } | null;
  motions: ModelMotion[];
  /** Of the board on the one allegation, the first made first */
  findings: string[];
}

export function aboutCase(item: number): boolean {
  return item > 0;
}

/** Who decides an item: the panel or the board, the alternate in the place of whom it sits for. */
export function bodyOf({ standIn }: Model, item: number): number[] {
  const body = item === 2 ? PANEL : MEMBERS;
  if (!standIn || (standIn.ofCase && !aboutCase(item))) return body;
  return body.map((member) => (member === standIn.member ? ALTERNATE : member));
}

export function isRecused({ recused }: Model, item: number, who: number): boolean {
  return aboutCase(item) && recused.includes(who);
}

/** May move, second and vote. */
export function takesPart(model: Model, item: number, who: number): boolean {
  return bodyOf(model, item).includes(who) && !isRecused(model, item, who) && model.present.includes(who);
}

/** Nobody has moved other words for it. */
export function wordsSettled({ motions }: Model, at: number): boolean {
  return !motions.some(({ amends, status }) => amends === at && status === 'open');
}
