import type { DayForm } from './form-document.js';

/** A day (YYYY-MM-DD) as a form writes it. */
export function writeDay(day: string, form: DayForm): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return form === 'YYYYMMDD' ? `${year}${month}${date}` : form === 'MM/DD/YYYY' ? `${month}/${date}/${year}` : day;
}

/** The same the other way round; null when it is not written so. */
export function readDay(written: string, form: DayForm): string | null {
  const pattern = {
    'YYYY-MM-DD': /^(\d{4})-(\d\d)-(\d\d)$/,
    'MM/DD/YYYY': /^(\d\d)\/(\d\d)\/(\d{4})$/,
    YYYYMMDD: /^(\d{4})(\d\d)(\d\d)$/,
  }[form];
  const found = pattern.exec(written);
  if (!found) return null;
  const [, one, two, three] = found;
  return form === 'MM/DD/YYYY' ? `${three}-${one}-${two}` : `${one}-${two}-${three}`;
}
