import type { ApiOperation, ApiResponse } from '../api-description.js';
import { problemExample, type ProblemKind } from './problem-kind.js';

/** What the token endpoint may answer with besides a token; by kind, the standard's word for it (RFC 6749 §5.2). */
const ERRORS: Readonly<Record<string, string>> = {
  Malformed: 'invalid_request',
  NotSignedIn: 'invalid_client',
  TooLarge: 'invalid_request',
  MediaType: 'invalid_request',
  Busy: 'temporarily_unavailable',
};
export const OAUTH_KINDS = Object.keys(ERRORS);

export const isOauth = (operation: ApiOperation): boolean => operation['x-codes']?.includes('client-refused') ?? false;

/** The problem in the form of the token endpoint. */
export function oauthContent(name: string, kind: ProblemKind): Pick<ApiResponse, 'description' | 'content'> {
  const { error: _, ...said } = problemExample(name === 'NotSignedIn' ? { ...kind, title: 'client-refused' } : kind);
  const told = { error: ERRORS[name], error_description: kind.description, error_uri: said.type, ...said };
  const schema = { $ref: '#/components/schemas/OauthErrorView' };
  return {
    description: `${kind.description} \`error\`: ${ERRORS[name] ?? ''} and others of RFC 6749 §5.2.`,
    content: { 'application/json': { schema, example: told } },
  };
}
