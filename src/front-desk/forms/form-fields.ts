import { refuseHostileText } from '../../platform/http/refuse-hostile-body.js';

/** What somebody wrote into a form: names of fields, each with its values, as a browser sends them. */
export class FormFields {
  private readonly values = new Map<string, string[]>();

  /** @throws RuleBroken malformed (400) for text that nobody types */
  add(name: string, value: string): void {
    refuseHostileText(name);
    refuseHostileText(value);
    // Browsers send CR LF for the end of a line.
    const text = value.replaceAll('\r\n', '\n');
    const former = this.values.get(name);
    if (former) former.push(text);
    else this.values.set(name, [text]);
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  /** As typed; empty when the field was not there. */
  one(name: string): string {
    return this.all(name)[0] ?? '';
  }

  /** Undefined for what was left blank: it was not said. */
  said(name: string): string | undefined {
    const text = this.one(name).trim();
    return text === '' ? undefined : text;
  }

  /** Of boxes: those that were ticked; undefined when none was. */
  ticked(name: string): string[] | undefined {
    const ticked = this.all(name).filter((value) => value !== '');
    return ticked.length === 0 ? undefined : ticked;
  }
}
