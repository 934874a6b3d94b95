/** What a picture's own headers say of it, without a point of it decoded. */
export interface Anatomy {
  /** Of the largest picture in it; 0: not said */
  width: number;
  height: number;
  /** Frames of an animation, pages; 1 otherwise */
  frames: number;
  /** Points of all of them */
  framePixels: number;
  /** Where the picture ends and something else begins */
  end: number;
  /** The file ends before the picture does */
  cut: boolean;
  /** Markup in a comment or a text of it */
  marked: boolean;
}

export function emptyAnatomy(end: number): Anatomy {
  return { width: 0, height: 0, frames: 0, framePixels: 0, end, cut: false, marked: false };
}

/** The largest of several is the picture's size. */
export function addFrame(anatomy: Anatomy, width: number, height: number): void {
  anatomy.frames++;
  anatomy.framePixels += width * height;
  enlarge(anatomy, width, height);
}

export function enlarge(anatomy: Anatomy, width: number, height: number): void {
  if (width * height <= anatomy.width * anatomy.height) return;
  anatomy.width = width;
  anatomy.height = height;
}

/** Pieces of one file, far more than any program writes: chunks, segments, blocks. */
export const MOST_PIECES = 500_000;
