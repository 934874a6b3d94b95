export class SignInPolicyView {
  /** Whoever has one of these roles signs in with a second factor */
  secondFactorRoles!: string[];
  /** For how many minutes a proof of who one is is good for releases, unmasking, exports and roles */
  stepUpMinutes!: number;
}
