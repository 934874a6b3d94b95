export class ReopenedView {
  reopeningId!: string;
}

export class HeldView {
  holdId!: string;
}

export class SealedCaseView {
  sealingId!: string;
}

export class ExpungementAskedView {
  expungementId!: string;
}
