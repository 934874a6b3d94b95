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

/** RFC 6749 §5.2, and what every other error here says */
export class OauthErrorView {
  error!:
    | 'invalid_request'
    | 'invalid_client'
    | 'invalid_scope'
    | 'unsupported_grant_type'
    | 'server_error'
    | 'temporarily_unavailable';
  /** For people */
  error_description!: string;
  /** Where the code is explained */
  error_uri!: string;
  type!: string;
  title!: string;
  status!: number;
  detail!: string;
  /** Stable, and finer than `error`: programs may go by it */
  code!: string;
  message!: string;
  /** To quote in a report */
  id!: string;
  /** Each thing that is wrong, where several may be */
  errors?: { path: string; code: string; message: string }[];
}

/** RFC 6749 §5.1 */
export class TokenView {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds */
  expires_in!: number;
  scope!: string;
}
