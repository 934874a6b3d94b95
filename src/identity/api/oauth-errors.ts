import type { Problem } from '../../platform/errors/problem.js';
import type { ProblemForm } from '../../platform/errors/problem-form.js';
import { TOKEN_PATH } from '../sign-in/client-assertion.js';
import type { OauthErrorView } from './department-access.view.js';

type OauthError = OauthErrorView['error'];

/** RFC 6749 §5.2: what clients of the token endpoint read. The code of all our other errors stands beside it. */
export const oauthErrors: ProblemForm = {
  route: TOKEN_PATH,
  tell({ error: _, ...problem }) {
    const error = errorOf(problem);
    const status = problem.status === 422 ? 400 : problem.status;
    const body: OauthErrorView = {
      error,
      error_description: described(problem.detail),
      error_uri: problem.type,
      ...problem,
      status,
    };
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return { status, headers: status === 401 ? { ...type, 'www-authenticate': CHALLENGE } : type, body };
  },
};

/** A 401 has one (RFC 9110 §15.5.2). No scheme is registered for assertions: it names what a token from here is for. */
const CHALLENGE = 'Bearer realm="redress", error="invalid_client"';

function errorOf({ status, code, errors = [] }: Omit<Problem, 'error'>): OauthError {
  if (code === 'client-refused') return 'invalid_client';
  if (code === 'scope-refused') return 'invalid_scope';
  // Said, and another than the one that is taken: what is left out is told as not being a text, too.
  const grant = errors.filter(({ path }) => path === '/grant_type').map((fault) => fault.code);
  if (grant.includes('equals') && !grant.includes('is-string')) return 'unsupported_grant_type';
  if (status === 503) return 'temporarily_unavailable';
  return status >= 500 ? 'server_error' : 'invalid_request';
}

/** Printable ASCII without quotes and backslashes, as the standard has it. */
function described(detail: string): string {
  return detail.replaceAll('’', "'").replaceAll(/["\\]|[^\x20-\x7e]/g, "'");
}
