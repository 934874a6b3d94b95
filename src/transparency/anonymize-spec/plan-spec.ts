import { specHierarchy } from './spec-hierarchy.js';
import type { SpecColumn, SpecDocument, SpecMatter, SpecQuasiIdentifier } from './spec-document.js';
import { ROW_KEY } from './spec-faults.js';
import type { ColumnPlan, KeyPlan, MatterPlan, QuasiIdentifierPlan, ReleasePlan } from '../build/release-plan.js';

const SUPPRESSION_LIMIT = 0.05;
const BUDGET_SECONDS = 120;

/** What the build must know, from a spec of the right form. @param folder where files that the spec names lie */
export function planSpec(spec: SpecDocument, folder: string): ReleasePlan {
  const { columns, k, models = [], metric, suppressionLimit = SUPPRESSION_LIMIT } = spec;
  const unit = columns.find(({ role }) => role === 'unit')?.name ?? null;
  const planned = columns.flatMap((column) => planColumn(column, folder));
  return {
    columns: unit === null ? [rowKey(), ...planned] : planned,
    unit: unit ?? ROW_KEY,
    subject: columns.find(({ role }) => role === 'subject')?.name ?? null,
    ...{ k, models, suppressionLimit, budgetMs: (spec.budgetSeconds ?? BUDGET_SECONDS) * 1000 },
    ...(metric === undefined ? {} : { metric }),
  };
}

function planColumn(column: SpecColumn, folder: string): ColumnPlan[] {
  switch (column.role) {
    case 'identifier':
    case 'subject':
      return [];
    case 'unit':
    case 'key':
      return [key(column.name, column.role === 'key', column.description)];
    case 'quasi-identifier':
      return [quasiIdentifier(column, folder)];
    default:
      return [matter(column, folder)];
  }
}

const rowKey = (): KeyPlan => key(ROW_KEY, false, 'Made for this release: every row stands alone.');

function key(name: string, repeats: boolean, description = 'Pseudonym: equal values belong together.'): KeyPlan {
  return { name, title: name, description, role: 'key', repeats };
}

function quasiIdentifier(column: SpecQuasiIdentifier, folder: string): QuasiIdentifierPlan {
  const { name, description = '', minLevel = 0, maxLevel, weight, perUnit = false } = column;
  const { levels, ...rule } = specHierarchy(name, column.hierarchy, folder);
  return {
    ...{ name, title: name, description, role: 'quasi-identifier', minLevel, levels: column.levels ?? levels, ...rule },
    scope: perUnit ? 'unit' : 'row',
    ...(maxLevel === undefined ? {} : { maxLevel }),
    ...(weight === undefined ? {} : { weight }),
  };
}

function matter(column: SpecMatter, folder: string): MatterPlan {
  const { name, description = '', role, words = 'common', dates, order, hierarchy } = column;
  return {
    ...{ name, title: name, description, role, type: 'text', missing: '', list: false, reported: role === 'sensitive' },
    known: new Set(typeof words === 'string' ? [] : words),
    unknown: words === 'all' ? 'as-it-is' : words === 'common' ? 'if-common' : 'other',
    ...(dates === undefined ? {} : { dates }),
    ...(order === undefined ? {} : { order }),
    ...(hierarchy === undefined ? {} : { hierarchy: specHierarchy(name, hierarchy, folder).hierarchy }),
  };
}
