import passport from 'passport';
import type { Scope } from '../rules/scopes.js';
import type { Standing } from '../rules/standing.js';

/** What the strategies look at of a request: Fastify's shape, no more of it than they need. */
export interface CredentialRequest {
  headers: Record<string, string | string[] | undefined>;
  params: Record<string, string | undefined>;
  /** Of a session: left here for the guard */
  standing?: Standing;
  /** Of a department's key or token: the same */
  scopes?: readonly Scope[];
}

type Verify = (
  credential: string,
  request: CredentialRequest,
  done: (error: unknown, actor?: object | false) => void,
) => void;

/** A passport strategy for a secret that comes whole in a header: no redirects, no state, no body. */
export class CredentialStrategy extends passport.Strategy {
  constructor(
    private readonly read: (request: CredentialRequest) => string | null,
    private readonly verify: Verify,
  ) {
    super();
  }

  override authenticate(request: unknown): void {
    const incoming = request as CredentialRequest;
    const credential = this.read(incoming);
    if (credential === null) {
      this.fail(401);
      return;
    }
    this.verify(credential, incoming, (error, actor) => {
      if (error) this.error(error);
      else if (actor) this.success(actor);
      else this.fail(401);
    });
  }
}

/** The bearer token, when it is of this kind (`rs_` a session's, `rk_` a department's). */
export function bearer(prefix: string): (request: CredentialRequest) => string | null {
  return ({ headers }) => {
    const value = headers['authorization'];
    if (typeof value !== 'string' || !value.startsWith(`Bearer ${prefix}`)) return null;
    return value.slice('Bearer '.length);
  };
}
