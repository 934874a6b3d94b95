export class SignOnBegunView {
  /** Send the browser there; it comes back to `/sign-in/callback` with `state` and `code` */
  address!: string;
  state!: string;
  /** Keep it in this browser and send it at the end */
  binding!: string;
}
