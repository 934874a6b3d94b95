export class PanelView {
  id!: string;
  memberIds!: string[];
}
