/** A cell's text without the blanks around it; null when nothing is left. */
export function textIn(cell: string): string | null {
  const text = cell.trim();
  return text === '' ? null : text;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A day as YYYY-MM-DD; null when the cell is blank; false when it holds something that is no day of the calendar. */
export function dayIn(cell: string): string | null | false {
  const text = cell.trim();
  if (text === '') return null;
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined || year === '0000') return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day) ? text : false;
}

/** A whole number, also as a spreadsheet writes one (`1993.0`); null when the cell holds anything else. */
export function wholeNumberIn(cell: string): number | null {
  return /^-?\d{1,9}(?:[.]0+)?$/.test(cell.trim()) ? Math.trunc(Number(cell)) : null;
}
