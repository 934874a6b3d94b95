import type { Labels, Terms } from '../rules/material.js';
import { hashOf } from './hash-of.js';
import type { PublishedView } from './published-view.js';

interface Word {
  code: string;
  label: string;
}
interface Document {
  people?: { races?: Word[] };
  allegationGroups?: Word[];
  allegations?: Word[];
  disciplines?: Word[];
  useOfForce?: { forceTypes?: Word[] };
  publication?: { fiscalYearStartMonth?: number };
}

const VERSIONS = `SELECT version, document FROM published.charter WHERE jurisdiction = $1
  ORDER BY (effective_from <= $2) DESC, CASE WHEN effective_from <= $2 THEN version ELSE -version END DESC LIMIT 1`;

/**
 * The charter in force when that year ended; of a time before the first one, the first. Null: the place has none, so there is
 * no such place.
 */
export async function readTerms(view: PublishedView, slug: string, periodCode: string): Promise<Terms | null> {
  const [found] = await view.query<{ version: number; document: Document }>(VERSIONS, [
    slug,
    `${periodCode.slice(0, 4)}-12-31`,
  ]);
  if (!found) return null;
  const { version, document } = found;
  const fiscalYearStartMonth = document.publication?.fiscalYearStartMonth ?? 1;
  return { version, sha256: hashOf(document), fiscalYearStartMonth, labels: labelsOf(document) };
}

function labelsOf({ people, allegationGroups, allegations, disciplines, useOfForce }: Document): Labels {
  return {
    allegations: words([...(allegationGroups ?? []), ...(allegations ?? [])]),
    disciplines: words(disciplines),
    forceTypes: words(useOfForce?.forceTypes),
    races: words(people?.races),
  };
}

const words = (terms: readonly Word[] = []): Record<string, string> =>
  Object.fromEntries(terms.map(({ code, label }) => [code, label]));
