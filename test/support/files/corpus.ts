import { disguises } from './disguises.js';
import { goodDocuments, pdf } from './good-documents.js';
import { goodPictures } from './good-pictures.js';
import { hostileArchives } from './hostile-archives.js';
import { misshapenPictures, pixelFloods, polyglots } from './hostile-pictures.js';
import type { JudgedFile } from './judged-file.js';
import * as make from './pictures.js';

/** Every file that the judge of uploads is tried on, made here: what it has to refuse, by kind, and what it has to take. */
export async function corpus(): Promise<{ hostile: Readonly<Record<string, JudgedFile[]>>; good: JudgedFile[] }> {
  const [jpeg, png, gif, webp, tiff] = await Promise.all([
    make.jpeg(),
    make.png(),
    make.gif(),
    make.webp(),
    make.tiff(),
  ]);
  const innocent = { jpeg, png, gif, webp, tiff, pdf: await pdf() };
  const hostile = {
    disguises: disguises(innocent),
    archives: hostileArchives(),
    floods: pixelFloods(innocent),
    misshapen: misshapenPictures(),
    polyglots: polyglots(innocent),
  };
  return { hostile, good: [...(await goodPictures()), ...(await goodDocuments())] };
}
