import type { Fields } from '../profile/ground.js';
import type { ProfileDocument } from '../profile/profile-document.js';
import type { FormDocument } from './form-document.js';
import { type Cells, type PartWriting, partWriting } from './part-writing.js';

/** A form's parts as functions. */
export interface CompiledForm {
  document: FormDocument;
  parts: Record<'incident' | 'subjects' | 'officers' | 'force' | 'summaries', PartWriting>;
}

export function compileForm(document: FormDocument, { lists }: ProfileDocument): CompiledForm {
  const language = { lists, ...(document.states ? { states: document.states } : {}) };
  const { incident, subjects, officers, force } = document;
  return {
    document,
    parts: {
      incident: partWriting(incident, language),
      subjects: partWriting(subjects.fields, language),
      officers: partWriting(officers.fields, language),
      force: partWriting(force.fields, language),
      summaries: partWriting(force.summaries ?? [], language),
    },
  };
}

/** Writes parts and remembers what of them the form has no words for. */
export class PartsWritten {
  readonly leftOut: string[] = [];

  constructor(private readonly parts: CompiledForm['parts']) {}

  write(part: keyof CompiledForm['parts'], item: Fields, at: string): Cells {
    const { cells, leftOut } = this.parts[part].write(item);
    this.leftOut.push(...leftOut.map((name) => `${at}/${name}`));
    return cells;
  }
}
