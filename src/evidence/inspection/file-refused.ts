import { RuleBroken } from '../../platform/errors/rule-broken.js';

const REASONS = {
  'empty-file': 'The file is empty: nothing was kept.',
  'type-not-taken':
    'Files of this kind are not taken here. Taken are documents (PDF, Word, OpenDocument, text), pictures, video and sound.',
  'name-disagrees': 'The name says that this is another kind of file than it is. Send it under a name that fits.',
  'declared-type-disagrees': 'The type that came with the file is not that of its content. Send it with the right one.',
  'text-unreadable':
    'This is neither a known kind of file nor text in UTF-8. Save the text as UTF-8 and send it again.',
  'markup-in-text': 'This is a web page or a program under the name of a text. Send a picture or a PDF of it.',
  'picture-unreadable': 'This begins like a picture and is none. Send it as the camera or the telephone wrote it.',
  'picture-too-large': 'The picture claims more points than are taken here. Send it smaller.',
  'hides-another-file': 'Another file is hidden in this one. Send each by itself.',
  'archive-broken': 'The document cannot be opened: it is damaged or cut short. Save it again and send that.',
  'archive-too-much': 'The document unpacks to more than is taken here. Send it as a PDF, or in parts.',
  'archive-unsafe': 'The document is packed as no office program does it. Save it again, or send it as a PDF.',
  'archive-locked': 'The document is locked with a password inside. Send it without.',
  'inspection-too-long': 'It took too long to look at this file. Send it in parts, or in another format.',
} as const;

export type FileRefusal = keyof typeof REASONS;

/** Why a file is not taken, by a code that stays. @param detail said after the reason; never of the file's own words */
export function fileRefused(code: FileRefusal, detail?: string): RuleBroken {
  return new RuleBroken(code, detail === undefined ? REASONS[code] : `${REASONS[code]} ${detail}`, 422);
}
