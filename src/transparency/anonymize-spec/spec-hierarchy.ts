import { isAbsolute, join } from 'node:path';
import {
  AnonymizationRefused,
  bands,
  dates,
  type DateStep,
  groups,
  type Hierarchy,
  table,
  UNKNOWN,
} from '../anonymize/index.js';
import { readLines } from '../anonymize-files/read-table.js';
import type { DatePrecision } from '../verify/index.js';
import type { SpecHierarchy } from './spec-document.js';

export interface SpecLevels {
  readonly hierarchy: (words: readonly string[]) => Hierarchy;
  /** Names of the levels where the rule has them, finest first. */
  readonly levels: readonly string[];
  readonly dates?: (level: number) => DatePrecision;
}

/** @param folder where files that the spec names lie */
export function specHierarchy(name: string, rule: SpecHierarchy, folder: string): SpecLevels {
  if ('bands' in rule)
    return {
      hierarchy: (words) => bands(name, words, rule.bands, rule),
      levels: ['number', ...rule.bands.map((width) => `bands of ${width}`)],
    };
  if ('dates' in rule)
    return {
      hierarchy: (words) => dates(name, words, rule.dates),
      levels: ['date', ...rule.dates.map(stepName)],
      dates: (level) => precision(level === 0 ? null : rule.dates[level - 1]),
    };
  if ('within' in rule)
    return {
      hierarchy: (words) => groups(name, words, [tableOf(words, (word) => word.split(rule.within, 1)[0] ?? word)]),
      levels: ['value', `what stands before "${rule.within}"`],
    };
  if ('groups' in rule) {
    const tables = rule.groups.map((each) => new Map(Object.entries(each)));
    return {
      hierarchy: (words) => groups(name, words, tables),
      levels: ['value', ...tables.map((_, at) => (at === 0 ? 'group' : `group of groups ${at}`))],
    };
  }
  if ('flat' in rule) return { hierarchy: (words) => groups(name, words, []), levels: ['value'] };
  return fromFile(name, isAbsolute(rule.file) ? rule.file : join(folder, rule.file));
}

function fromFile(name: string, path: string): SpecLevels {
  const lines = readLines(path);
  const lineOf = new Map(lines.map((line) => [line[0] ?? '', line]));
  const depth = lines[0]?.length ?? 0;
  const isTop = new Set(lines.map((line) => line.at(-1))).size === 1;
  return {
    levels: Array.from({ length: isTop ? depth - 1 : depth }, (_, level) => `level ${level}`),
    hierarchy: (words) => {
      const missing = words.filter((word) => !lineOf.has(word));
      if (missing.length > 0)
        throw new AnonymizationRefused(
          'hierarchy-incomplete',
          `hierarchy "${name}" has no line for ${missing
            .slice(0, 5)
            .map((word) => `"${word}"`)
            .join(', ')}` +
            `${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}; an empty cell reads "${UNKNOWN}"`,
        );
      return table(
        name,
        words.map((word) => lineOf.get(word) ?? []),
      );
    },
  };
}

const tableOf = (words: readonly string[], group: (word: string) => string): ReadonlyMap<string, string> =>
  new Map(words.map((word) => [word, group(word)]));
const stepName = (step: DateStep): string => (typeof step === 'object' ? `${step.years} years` : step);

function precision(step: DateStep | null | undefined): DatePrecision {
  if (step === null) return 'day';
  return step === 'month' ? 'month' : 'year';
}
