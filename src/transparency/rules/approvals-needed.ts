/**
 * Two people, never one twice. Whoever requested the release may be one of them: asking for a release decides nothing about
 * its content, and small agencies have no third person. The database holds the same rule by itself (RD003).
 */
export const APPROVALS_NEEDED = 2;
