import { RuleBroken } from '../../platform/errors/rule-broken.js';

/** Why a document cannot be read as one. Of such a one nothing is taken, whatever stood before the break. */
const BREAK_SENTENCES = {
  'document-cut-off': 'The document ends before its end: send it again whole.',
  'document-malformed': 'The document is not well formed',
  'document-not-utf-8': 'The document is not encoded in UTF-8: write it again in UTF-8.',
  'document-type': 'Leave the document type declaration (<!DOCTYPE …>) out: entities of its own are not read.',
  'document-too-deep': 'The document is nested deeper than any report is.',
  'header-missing': 'The first line of the table names its columns, each by another name: write it.',
} as const;
export type BreakCode = keyof typeof BREAK_SENTENCES;

/** `where`: in words, e.g. "after record 12"; it quotes nothing of what was sent. */
export function documentBroken(code: BreakCode, where = ''): RuleBroken {
  const sentence = BREAK_SENTENCES[code];
  const message = where === '' ? sentence : `${sentence.split(/[.:]/, 1)[0] ?? ''} (${where}).`;
  return new RuleBroken(code, `${message.replace(/\.?$/, '.')} Nothing of it was taken.`, 400);
}
