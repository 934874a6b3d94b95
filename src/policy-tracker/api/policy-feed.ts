import { html } from '../../platform/html/html.js';
import type { PublicPolicy } from '../records/public-policy.reader.js';
import { policyTitle, statusInWords } from '../rules/policy-words.js';

/** As an Atom feed (RFC 4287): an entry changes when something happened to its recommendation. */
export function policyFeed(jurisdiction: string, policies: readonly PublicPolicy[]): string {
  const updated = policies[0]?.changedAt ?? new Date(0);
  const name = policies[0]?.jurisdictionName ?? jurisdiction;
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
    <id>urn:redress:policy-recommendations:${jurisdiction}</id>
    <title>Policy recommendations of ${name}</title>
    <updated>${updated.toISOString()}</updated>
    <author><name>${name}</name></author>
    <link rel="self" href="/api/v1/jurisdictions/${jurisdiction}/policy-recommendations.atom" />
    ${policies.map(
      (policy) =>
        html`<entry>
          <id>urn:uuid:${policy.id}</id>
          <title>${policyTitle(policy)}</title>
          <updated>${policy.changedAt.toISOString()}</updated>
          <published>${policy.publishedAt.toISOString()}</published>
          <link rel="alternate" type="text/html" href="/recommendations/${jurisdiction}/${policy.id}" />
          <summary>${statusInWords(policy)}. To ${policy.addressedTo}, answer due ${policy.answerDueOn}.</summary>
        </entry> `,
    )}
  </feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}
