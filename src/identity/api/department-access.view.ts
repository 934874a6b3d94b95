export class CredentialView {
  id!: string;
  label!: string;
  /** Of `submit`, `read` and `amend` */
  scopes!: string[];
  createdAt!: Date;
  endsAt!: Date;
  revokedAt!: Date | null;
}

export class ClientView extends CredentialView {
  /** `iss` and `sub` of its assertions */
  clientId!: string;
}

export class DepartmentAccessView {
  keys!: CredentialView[];
  clients!: ClientView[];
}

export class NewClientView {
  id!: string;
  /** `iss` and `sub` of its assertions */
  clientId!: string;
  endsAt!: Date;
}

/** RFC 6749 §5.1 */
export class TokenView {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds */
  expires_in!: number;
  scope!: string;
}
