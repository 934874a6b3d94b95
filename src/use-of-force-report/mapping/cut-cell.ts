import type { FieldRule } from './mapping.js';

/** What of a cell the rule reads, without spaces around it. */
export function cutCell(cell: string, { upTo, after, without }: FieldRule): string {
  let text = cell.trim();
  if (upTo !== undefined) text = before(text, text.lastIndexOf(upTo));
  if (after !== undefined) text = behind(text, text.lastIndexOf(after), after.length);
  return without === undefined ? text : withoutEnding(text, without);
}

function before(text: string, at: number): string {
  return at < 0 ? text : text.slice(0, at).trim();
}

function behind(text: string, at: number, width: number): string {
  return at < 0 ? '' : text.slice(at + width).trim();
}

function withoutEnding(text: string, endings: readonly string[]): string {
  const ending = endings.find((each) => text.toLowerCase().endsWith(each.toLowerCase()));
  return ending === undefined ? text : text.slice(0, text.length - ending.length).trim();
}
