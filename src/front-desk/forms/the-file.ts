import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { SentFile } from './received-form.js';

/** The one file of a form. @throws RuleBroken invalid (422) where none was chosen */
export async function theFile(files: AsyncIterable<SentFile>): Promise<SentFile> {
  const found: IteratorResult<SentFile, unknown> = await files[Symbol.asyncIterator]().next();
  if (found.done === true) {
    const fault = { path: '/file', code: 'no-file', message: 'The form holds no file.' };
    throw new RuleBroken('invalid', 'The form holds no file.', 422, [fault]);
  }
  return found.value;
}
