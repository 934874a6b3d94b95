export class MinutesSectionView {
  id!: string;
  position!: number;
  /** opening, attendance, item, comments or adjournment */
  kind!: string;
  itemId!: string | null;
  /** null when the case's key was destroyed */
  text!: string | null;
  version!: number;
}

/** What its reader may see: parts about cases they are recused from are left out. */
export class MinutesView {
  /** draft or approved */
  status!: string;
  editedAt!: Date;
  sections!: MinutesSectionView[];
}

export class CommentView {
  id!: string;
  number!: number;
  itemId!: string | null;
  name!: string | null;
  publishName!: boolean;
  text!: string | null;
}

export class MaterialView {
  id!: string;
  itemId!: string;
  /** evidence, letter, summary or link */
  kind!: string;
  referenceId!: string | null;
  title!: string;
  url!: string | null;
  /** public, meeting, members or staff */
  seenBy!: string;
}
