export class SecondFactorView {
  /** Base32, to be typed into the app */
  secret!: string;
  /** `otpauth://…`, to be shown as a QR code */
  address!: string;
}

export class RecoveryCodesView {
  /** Ten codes, each good for one sign-in: print them, they are not shown again */
  recoveryCodes!: string[];
}
