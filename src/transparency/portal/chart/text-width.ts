/** Widths of DejaVu Sans, in parts of the font's size, by kinds of letters; the widest font that a chart is shown in. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!()[\] ]/, 0.35],
  [/[frt/"-]/, 0.42],
  [/[mwMW%@—]/, 0.93],
  [/[A-ZÁÉÍÓÚÑ]/, 0.7],
];
const USUAL = 0.65;

/** How much room a text takes, in pixels. There is no canvas here to measure it, and Vega's own guess cuts off short names. */
export function textWidth(text: string, size: number): number {
  const widths = [...text].map((letter) => KINDS.find(([kind]) => kind.test(letter))?.[1] ?? USUAL);
  return Math.ceil(size * widths.reduce((sum, width) => sum + width, 0));
}
