/** Find a number with which SHA-256(`puzzle:number`) begins with as many zero bits as `puzzle` does say first; send both so. */
export class ProofOfWorkView {
  puzzle!: string | null;
}

/** Where to ask how the case stands. */
export class FollowView {
  address!: string;
  /** The header to send the receipt code in; it belongs into no address */
  header!: string;
}

export class ReceiptView {
  caseNumber!: string;
  /** Shown this once: nobody can tell it again */
  receiptCode!: string;
  follow!: FollowView;
}

export class TakenInView {
  complaintId!: string;
  caseNumber!: string;
  /** Tell it to the person: it is shown this once */
  receiptCode!: string;
}

export class NewReceiptView {
  /** Shown this once: nobody can tell it again */
  receiptCode!: string;
}
