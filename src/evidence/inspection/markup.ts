/** As far as a browser looks that guesses what a file is (WHATWG, MIME Sniffing §7: 1,445 bytes), and a little more. */
export const SNIFFED = 2_048;

const OPENING =
  /^[\s\uFEFF\0]*(?:<!doctype\s+html|<!--|<\?(?:xml|php|=)|<%|<(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|math|job|package|meta|link|img)[\s/>]|#!|@echo\s+off\b)/i;
const ACTIVE = /<(?:script|html|svg|iframe)[\s/>]|<!doctype\s+html|<\?php/i;

/** A text that a browser or a shell would run: what stands first in it says so, or what stands within reach of a guess. */
export function opensAsMarkup(beginning: string): boolean {
  return OPENING.test(beginning) || ACTIVE.test(beginning.slice(0, SNIFFED));
}

/** Markup that does something, anywhere. No camera and no telephone writes it into a picture. */
export function holdsMarkup(bytes: Buffer): boolean {
  return ACTIVE.test(bytes.toString('latin1'));
}
