export class AmendmentMadeView {
  id!: string;
  /** The item that was added or changed */
  itemId!: string;
}
