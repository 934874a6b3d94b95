import { LineFaultView } from './bulk.view.js';

export class DraftKeptView {
  id!: string;
  version!: number;
}

export class DraftView {
  id!: string;
  version!: number;
  begunAt!: Date;
  changedAt!: Date;
  /** As it is told so far */
  told!: object;
  /** What stands against submitting it as it is */
  faults!: LineFaultView[];
}

export class DraftPageView {
  drafts!: DraftView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}
