/** Signs that stand for letters in passwords that look clever. */
const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};
const SHORTEST_PART = 3;

/**
 * Whether a password is one of the known ones, however it is dressed up: in capitals, with digits and signs around it, with
 * signs for letters, two of them after one another, or one over and over again.
 */
export function isCommonPassword(password: string, known: ReadonlySet<string>): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  const forms = new Set([typed, core(typed)].flatMap((form) => [form, onlyWords(form), onlyWords(undisguised(form))]));
  return [...forms].some((form) => known.has(form) || isRepeated(form, known) || isPair(form, known));
}

/** Without what stands between words. */
function onlyWords(form: string): string {
  return form.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without digits and signs before and after: what was put there to make it longer. */
function core(form: string): string {
  return form.replace(/^[^\p{L}]+/u, '').replace(/(?<=\p{L})[^\p{L}]+$/u, '');
}

function undisguised(form: string): string {
  return form.replace(/[@4310!$5]/g, (sign) => DISGUISES[sign] ?? sign);
}

function isRepeated(form: string, known: ReadonlySet<string>): boolean {
  for (let length = SHORTEST_PART; length <= form.length / 2; length++) {
    const part = form.slice(0, length);
    if (part.repeat(form.length / length) === form && known.has(part)) return true;
  }
  return false;
}

function isPair(form: string, known: ReadonlySet<string>): boolean {
  for (let at = SHORTEST_PART; at <= form.length - SHORTEST_PART; at++)
    if (known.has(form.slice(0, at)) && known.has(form.slice(at))) return true;
  return false;
}
