import { type Html, html } from '../../../platform/html/html.js';
import type { Language } from '../../../platform/html/language.js';
import { text } from '../../../platform/html/text.js';
import { type DatasetFacts, type FactColumn, NOT_SHOWN } from './dataset-facts.js';
import { SPANISH, type Translation } from './spanish.js';
import type { Label, Labels } from './labels-in.js';

/** A word for people, and whether it is in the reader's language: what a place wrote in English stays so, and is marked. */
export type Said = Label;

const NOTHING: Translation = { datasets: {}, columns: {}, units: {}, values: {} };
const ENGLISH_UNITS: Translation['units'] = {
  complaint: 'complaints',
  incident: 'incidents',
  report: 'reports',
  person: 'people',
  officer: 'officers',
  case: 'cases',
};

/** Names of datasets, columns and values in one language. */
export class Words {
  private readonly translation: Translation;

  constructor(
    readonly language: Language,
    private readonly labels: Labels,
  ) {
    this.translation = language === 'es' ? SPANISH : NOTHING;
  }

  title({ dataset, title }: DatasetFacts): Said {
    return this.said(this.translation.datasets[dataset]?.title, title);
  }

  oneRow({ dataset, oneRow }: DatasetFacts): Said {
    return this.said(this.translation.datasets[dataset]?.oneRow, oneRow);
  }

  column({ name, title }: FactColumn): Said {
    return this.said(this.translation.columns[name], title);
  }

  /** Several of what rows are about, as “complaints”. */
  units({ unitWord }: DatasetFacts): Said {
    const word = unitWord ?? '';
    if (this.language === 'en') return { text: ENGLISH_UNITS[word] ?? `“${word}”`, own: true };
    return this.said(this.translation.units[word], ENGLISH_UNITS[word] ?? word);
  }

  /** A released value. What is withheld and what nobody recorded are told apart. */
  value(value: string | null): Said {
    if (value === null || value === '') return { text: text(this.language, 'value.none'), own: true };
    if (value === NOT_SHOWN) return { text: text(this.language, 'value.withheld'), own: true };
    if (value === 'true') return { text: text(this.language, 'value.true'), own: true };
    if (value === 'false') return { text: text(this.language, 'value.false'), own: true };
    if (/^[\d\s+–-]+$/.test(value)) return { text: value, own: true };
    const plain = `${value.charAt(0).toUpperCase()}${value.slice(1).replaceAll('_', ' ')}`;
    const label = this.labels.get(value);
    if (label?.own === true) return label;
    return this.said(this.translation.values[value], label?.text ?? plain);
  }

  private said(translated: string | undefined, original: string): Said {
    return { text: translated ?? original, own: translated !== undefined || this.language === 'en' };
  }
}

/** As markup: a screen reader reads what is not in the page's language in its own. */
export const shown = ({ text: words, own }: Said): Html =>
  own ? html`${words}` : html`<span lang="en">${words}</span>`;
