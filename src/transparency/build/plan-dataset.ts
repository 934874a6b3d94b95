import { type CharterDocument, datasetRules } from '../../charter/index.js';
import type { MatterSpec, QuasiIdentifierSpec, ReleaseSpec } from '../datasets/release-spec.js';
import { hidesOfficers, showsOfficers } from '../rules/officer-policy.js';
import { groups, UNKNOWN } from '../anonymize/index.js';
import { hierarchyOf } from './hierarchy-of.js';
import { OFFICER_IDENTITY } from './officer-rows.js';
import type { ColumnPlan, MatterPlan, QuasiIdentifierPlan, ReleasePlan } from './release-plan.js';

/** How long the search may look for the optimum; after that the best found is taken, and the manifest says the gap. */
const BUDGET_MS = 120_000;

/** A dataset under the charter's rules of publication. */
export function planDataset(spec: ReleaseSpec, charter: CharterDocument): ReleasePlan {
  const { k, suppressionLimit, models, asItIs, officers, weights } = datasetRules(charter.publication, spec.dataset);
  const officer = [...(hidesOfficers(officers) ? [] : ['key']), ...(showsOfficers(officers) ? ['identity'] : [])];
  const columns = spec.columns.flatMap((column): ColumnPlan[] => {
    if (column.role === 'key' && column.name === spec.officer?.key)
      return officer.map((each) => (each === 'key' ? column : IDENTITY));
    if (column.role === 'key') return [column];
    if (column.role !== 'quasi-identifier') return [matter(column, charter)];
    return [
      asItIs.includes(column.name) ? shown(column, charter) : quasiIdentifier(column, charter, weights[column.name]),
    ];
  });
  return { columns, unit: spec.unit, subject: null, k, models, suppressionLimit, budgetMs: BUDGET_MS };
}

/**
 * Where the law names the officer, or lets readers follow one from release to release, the officer is something that a
 * reader knows: k then holds within each officer, and the level is not the search's to choose.
 */
const IDENTITY: QuasiIdentifierPlan = {
  name: OFFICER_IDENTITY,
  title: 'Officer, where shown',
  description:
    'Name of the officer, or a pseudonym that is the same in every release; `withheld` where neither is shown.',
  role: 'quasi-identifier',
  scope: 'row',
  levels: ['officer'],
  minLevel: 0,
  maxLevel: 0,
  hierarchy: (words) => groups(OFFICER_IDENTITY, words, []),
};

function quasiIdentifier(column: QuasiIdentifierSpec, charter: CharterDocument, weight = 1): QuasiIdentifierPlan {
  return { ...column, weight, hierarchy: (words) => hierarchyOf(column, words, charter) };
}

function matter(column: MatterSpec, charter: CharterDocument): MatterPlan {
  const { name, title, description, role, type } = column;
  const { words, closed } = knownWords(column, charter);
  return {
    ...{
      name,
      title,
      description,
      role,
      type,
      missing: '',
      list: column.list === true,
      reported: column.reported === true,
    },
    known: new Set(words),
    unknown: closed ? 'other' : 'if-common',
  };
}

/** A quasi-identifier that is published as it is, under a model that bounds what it gives away. */
function shown({ name, title, description, vocabulary }: QuasiIdentifierSpec, { people }: CharterDocument): MatterPlan {
  const known = vocabulary === undefined ? [] : people[vocabulary].map(({ code }) => code);
  return {
    ...{ name, title, description, role: 'sensitive', type: 'text', missing: UNKNOWN, list: false, reported: true },
    known: new Set(known),
    unknown: 'if-common',
  };
}

function knownWords({ type, words, vocabulary }: MatterSpec, { disciplines, useOfForce }: CharterDocument) {
  if (type === 'boolean') return { words: ['true', 'false'], closed: true };
  if (words !== undefined) return { words, closed: true };
  const terms = vocabulary === 'disciplines' ? disciplines : vocabulary === 'forceTypes' ? useOfForce.forceTypes : [];
  return { words: terms.map(({ code }) => code), closed: false };
}
