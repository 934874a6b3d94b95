export class DepartureView {
  /** null when the case's key was destroyed */
  reasons!: string | null;
  /** The officer's earlier sustained findings on such allegations, as they were counted */
  priors!: number;
  recordedAt!: Date;
}
