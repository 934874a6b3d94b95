import { when } from './fault-finding.js';
import type { DatasetTerms, OfficerException, PrivacyDemand, PublicationTerms } from './publication-terms.js';

/** 5 is what statistical offices hold to be the floor; see docs/decisions on releases. */
const LEAST_K = 5;

/** What is wrong with a charter's rules of publication, each with its place. @param forceTypes codes that the charter knows */
export function publicationFaults(
  { datasets = {}, ...all }: PublicationTerms,
  forceTypes: readonly string[],
): string[] {
  return [
    ...limits('publication', all),
    ...when(!isMonth(all.fiscalYearStartMonth ?? 1), 'publication.fiscalYearStartMonth must be a month, 1 … 12'),
    ...Object.entries(datasets).flatMap(([name, terms]) =>
      datasetFaults(`publication.datasets.${name}`, terms, forceTypes),
    ),
  ];
}

function limits(place: string, { k, suppressionLimit }: Pick<DatasetTerms, 'k' | 'suppressionLimit'>): string[] {
  return [
    ...when(k !== undefined && !(Number.isInteger(k) && k >= LEAST_K), `${place}.k must be at least ${LEAST_K}`),
    ...when(
      suppressionLimit !== undefined && !(suppressionLimit >= 0 && suppressionLimit <= 1),
      `${place}.suppressionLimit must lie in 0 … 1`,
    ),
  ];
}

function datasetFaults(place: string, terms: DatasetTerms, forceTypes: readonly string[]): string[] {
  const { models = [], asItIs = [], officers, weights = {}, epoch = 'none' } = terms;
  const named = models.flatMap((model) => ('attribute' in model ? [model.attribute] : []));
  const bounding = models.flatMap((model) => ('attribute' in model && boundsTheShares(model) ? [model.attribute] : []));
  return [
    ...limits(place, terms),
    ...models.flatMap((model, at) => modelFaults(`${place}.models: the ${at + 1}. (${model.type})`, model)),
    ...(epoch === 'none' ? [] : models)
      .filter(({ type }) => type === 'entropy-l' || type === 'recursive-cl')
      .map(
        ({ type }) =>
          `${place}.epoch: ${type} cannot be kept from release to release: ask for distinct-l, or for no epoch`,
      ),
    ...repeatedWords(`${place}.asItIs`, asItIs),
    ...asItIs
      .filter((column) => !named.includes(column))
      .map((column) => `${place}.asItIs: no model names ${column}: what nothing is demanded of must be made coarser`),
    ...asItIs
      .filter((column) => named.includes(column) && !bounding.includes(column))
      .map(
        (column) => `${place}.asItIs: ${column} needs t-closeness or beta-likeness, so that no group stands out by it`,
      ),
    ...Object.entries(weights)
      .filter(([, weight]) => !(weight >= 0 && weight < Infinity))
      .map(([column]) => `${place}.weights: that of ${column} must be 0 or more`),
    ...(officers?.exceptions ?? []).flatMap((each, at) =>
      exceptionFaults(`${place}.officers.exceptions: the ${at + 1}.`, each, forceTypes),
    ),
  ];
}

const boundsTheShares = ({ type }: PrivacyDemand): boolean => type === 't-closeness' || type === 'beta-likeness';

function modelFaults(place: string, model: PrivacyDemand): string[] {
  switch (model.type) {
    case 'distinct-l':
      return when(!(Number.isInteger(model.l) && model.l >= 2), `${place} needs a whole l of at least 2`);
    case 'entropy-l':
      return when(!(model.l > 1), `${place} needs an l above 1`);
    case 'recursive-cl':
      return when(
        !(model.c > 0 && Number.isInteger(model.l) && model.l >= 2),
        `${place} needs c above 0 and a whole l of at least 2`,
      );
    case 't-closeness':
      return when(!(model.t >= 0 && model.t < 1), `${place} needs t from 0 to below 1`);
    case 'beta-likeness':
      return when(!(model.beta > 0), `${place} needs a beta above 0`);
    default:
      return when(!(model.threshold > 0 && model.threshold <= 1), `${place} needs a threshold above 0, 1 at most`);
  }
}

function exceptionFaults(place: string, exception: OfficerException, known: readonly string[]): string[] {
  const { outcomes, ranks, forceTypes = [], from, until } = exception;
  const asked = [outcomes, ranks, exception.forceTypes, from, until].some((each) => each !== undefined);
  return [
    ...when(!asked, `${place} asks for nothing: it would be the rule`),
    ...forceTypes
      .filter((type) => !known.includes(type))
      .map((type) => `${place} names ${type}, no type of force here`),
    ...when(
      [from, until].some((day) => day !== undefined && !isDay(day)),
      `${place} has a date that is no day`,
    ),
    ...when(from !== undefined && until !== undefined && from > until, `${place} ends before it begins`),
  ];
}

const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= 12;

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

function repeatedWords(place: string, words: readonly string[]): string[] {
  return words.filter((word, at) => words.indexOf(word) < at).map((word) => `${place}: ${word} stands twice`);
}
