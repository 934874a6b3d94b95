export class ReceiptKeyView {
  /** As a receipt names it */
  id!: string;
  /** Ed25519, PEM */
  publicKey!: string;
}

export class ReceiptKeyListView {
  keys!: ReceiptKeyView[];
}
