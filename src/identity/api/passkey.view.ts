export class PasskeyOptionsView {
  /** Give it to `navigator.credentials` as `publicKey`, read by `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON` */
  publicKey!: object;
}

export class ListedPasskeyView {
  id!: string;
  label!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
}

export class PasskeysView {
  items!: ListedPasskeyView[];
}
