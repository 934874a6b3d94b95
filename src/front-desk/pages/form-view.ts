import type { FieldFault } from '../forms/form-faults.js';
import type { FormFields } from '../forms/form-fields.js';
import { Html, html } from '../../platform/html/html.js';

export interface Option {
  value: string;
  label: Html | string;
}

export interface FieldWords {
  label: string;
  hint?: string;
}

/** The fields of a form as they were left: what was typed stands in them again, what was wrong is told beside each. */
export class FormView {
  constructor(
    private readonly fields: FormFields,
    private readonly faults: readonly FieldFault[] = [],
    /** Two forms on one page have no two fields of one id. */
    private readonly prefix = 'f',
  ) {}

  line(name: string, words: FieldWords, { type = 'text', short = false, mode = 'text' } = {}): Html {
    const look = short ? 'short' : '';
    return this.field(
      name,
      words,
      html`<input id="${this.id(name)}" name="${name}" type="${type}" inputmode="${mode}" class="${look}"
        autocomplete="off" value="${this.fields.one(name)}"${this.described(name, words)} />`,
    );
  }

  /** Text of many lines. A line break after the opening tag is the tag's, so that one is kept that somebody began with. */
  area(name: string, words: FieldWords, long = false): Html {
    return this.field(
      name,
      words,
      html`<textarea id="${this.id(name)}" name="${name}" class="${long ? 'long' : ''}" autocomplete="off"${this.described(name, words)}>
${this.fields.one(name)}</textarea>`,
    );
  }

  select(name: string, words: FieldWords, options: readonly Option[]): Html {
    const chosen = this.fields.one(name);
    return this.field(
      name,
      words,
      html`<select id="${this.id(name)}" name="${name}"${this.described(name, words)}>
        ${options.map(
          ({ value, label }) => html`<option value="${value}"${flag(value === chosen, 'selected')}>${label}</option>`,
        )}
      </select>`,
    );
  }

  radios(name: string, words: FieldWords, options: readonly Option[]): Html {
    return this.group(name, words, this.choices('radio', name, options));
  }

  boxes(name: string, words: FieldWords, options: readonly Option[]): Html {
    return this.group(name, words, this.choices('checkbox', name, options));
  }

  /** Boxes without a frame of their own; `from`: how many of the same name stand before them. */
  choices(type: 'radio' | 'checkbox', name: string, options: readonly Option[], from = 0): Html[] {
    const chosen = this.fields.all(name);
    return options.map(({ value, label }, at) => {
      const id = this.id(name, from + at);
      return html`<div class="choice">
        <input id="${id}" name="${name}" type="${type}" value="${value}"${flag(chosen.includes(value), 'checked')} />
        <label for="${id}">${label}</label>
      </div>`;
    });
  }

  /** One box that says yes. */
  box(name: string, words: FieldWords): Html {
    const input = html`<div class="choice">
      <input id="${this.id(name)}" name="${name}" type="checkbox" value="yes"${flag(this.fields.one(name) === 'yes', 'checked')}${this.described(name, words)} />
      <label for="${this.id(name)}">${words.label}</label>
    </div>`;
    return html`<div class="field ${this.wrong(name)}">${this.error(name)}${input}${this.hint(name, words)}</div>`;
  }

  files(name: string, words: FieldWords, many: boolean): Html {
    return this.field(
      name,
      words,
      html`<input id="${this.id(name)}" name="${name}" type="file"${flag(many, 'multiple')}${this.described(name, words)} />`,
    );
  }

  group(name: string, words: FieldWords, choices: Html | readonly Html[]): Html {
    return html`<fieldset class="${this.wrong(name)}"${this.describedBy(name, words)}>
      <legend>${words.label}</legend>
      ${this.hint(name, words)} ${this.error(name)} ${choices}
    </fieldset>`;
  }

  /** What is wrong, above the form, each with a way to its field. It takes the keyboard at once. */
  summary(heading: string): Html | null {
    if (this.faults.length === 0) return null;
    return html`<div class="errors" role="alert" tabindex="-1" autofocus>
      <h2>${heading}</h2>
      <ul>
        ${this.faults.map(({ field, message }) => html`<li><a href="#${this.id(field)}">${message}</a></li>`)}
      </ul>
    </div>`;
  }

  private field(name: string, words: FieldWords, input: Html): Html {
    return html`<div class="field ${this.wrong(name)}">
      <label for="${this.id(name)}">${words.label}</label>
      ${this.hint(name, words)} ${this.error(name)} ${input}
    </div>`;
  }

  private id(name: string, at = 0): string {
    return at === 0 ? `${this.prefix}-${name}` : `${this.prefix}-${name}-${at}`;
  }

  private hint(name: string, { hint }: FieldWords): Html | null {
    return hint === undefined ? null : html`<p class="hint" id="${this.id(name)}-hint">${hint}</p>`;
  }

  private error(name: string): Html | null {
    const found = this.faults.find(({ field }) => field === name);
    return found ? html`<p class="error" id="${this.id(name)}-error">${found.message}</p>` : null;
  }

  private wrong(name: string): string {
    return this.faults.some(({ field }) => field === name) ? 'wrong' : '';
  }

  private described(name: string, words: FieldWords): Html {
    const wrong = this.wrong(name) === '' ? null : html` aria-invalid="true"`;
    return html`${this.describedBy(name, words)}${wrong}`;
  }

  private describedBy(name: string, { hint }: FieldWords): Html | null {
    const hints = hint === undefined ? [] : [`${this.id(name)}-hint`];
    const ids = [...hints, ...(this.wrong(name) === '' ? [] : [`${this.id(name)}-error`])];
    return ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`;
  }
}

function flag(set: boolean, name: string): Html | null {
  return set ? new Html(` ${name}`) : null;
}
