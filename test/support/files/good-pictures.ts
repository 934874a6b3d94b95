import sharp from 'sharp';
import type { JudgedFile } from './judged-file.js';
import * as make from './pictures.js';
import { mp4Of } from './recordings.js';

const XMP = Buffer.from(
  'http://ns.adobe.com/xap/1.0/\0<?xpacket?><x:xmpmeta><rdf:RDF GCamera:MotionPhoto="1"/></x:xmpmeta>',
);

/** A place in Chicago, to the second of arc, and a camera's number: what a copy must not have. */
export const EXIF = {
  IFD0: { Make: 'Canary Telephones', Model: 'CANARY-9000', Copyright: 'Quintana' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '41/1 52/1 4417/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '87/1 37/1 2209/100',
  },
};

/** Photos as telephones and programs write them, the odd ones too. */
export async function goodPictures(): Promise<JudgedFile[]> {
  const [jpeg, png, gif, webp, tiff] = await Promise.all([
    make.jpeg(),
    make.png(),
    make.gif(),
    make.webp(),
    make.tiff(),
  ]);
  const many = make.photo();
  const samsung = Buffer.concat([Buffer.alloc(60_000, 3), Buffer.from('Image_UTC_Data1772000000SEFHSEFT')]);
  const thumbnail = Buffer.concat([Buffer.from('Exif\0\0'), jpeg]);
  const end = ['more-after-the-end'];
  const pictures: JudgedFile[] = [
    { kind: 'a JPEG', bytes: jpeg, name: 'IMG_4417.JPG', declaredType: 'image/jpeg' },
    { kind: 'a progressive JPEG', bytes: await many.clone().jpeg({ progressive: true }).toBuffer() },
    { kind: 'a grey JPEG', bytes: await many.clone().greyscale().jpeg().toBuffer() },
    { kind: 'a JPEG in CMYK', bytes: await many.clone().toColourspace('cmyk').jpeg().toBuffer() },
    { kind: 'a JPEG with a place in it', bytes: await many.clone().withExif(EXIF).jpeg().toBuffer() },
    { kind: 'a JPEG with a profile', bytes: await many.clone().withIccProfile('p3').jpeg().toBuffer() },
    { kind: 'a JPEG with XMP', bytes: make.withSegment(jpeg, 0xe1, XMP) },
    { kind: 'a JPEG with a thumbnail', bytes: make.withSegment(jpeg, 0xe1, thumbnail) },
    {
      kind: 'a JPEG with two pictures (MPF)',
      bytes: Buffer.concat([make.withSegment(jpeg, 0xe2, Buffer.from('MPF\0II*\0')), jpeg]),
      notes: end,
    },
    { kind: 'a JPEG with what Samsung adds', bytes: Buffer.concat([jpeg, samsung]), notes: end },
    {
      kind: 'a motion photo',
      bytes: Buffer.concat([make.withSegment(jpeg, 0xe1, XMP), mp4Of()]),
      name: 'PXL_20260301.MP.jpg',
      notes: end,
    },
    {
      kind: 'a motion photo of Samsung',
      bytes: Buffer.concat([jpeg, Buffer.from('MotionPhoto_Data'), mp4Of(), samsung]),
      notes: end,
    },
    { kind: 'a JPEG filled up with zeros', bytes: Buffer.concat([jpeg, Buffer.alloc(70_000)]), notes: end },
    { kind: 'a JPEG cut off by a bad line', bytes: jpeg.subarray(0, jpeg.length - 200), notes: ['cut-short'] },
    {
      kind: 'a JPEG with stray bytes between',
      bytes: Buffer.concat([jpeg.subarray(0, 20), Buffer.from([0, 7]), jpeg.subarray(20)]),
    },
    { kind: 'a JPEG called .jfif', bytes: jpeg, name: 'download.jfif', declaredType: 'image/jpeg' },
    {
      kind: 'a photo of 200 megapixels',
      bytes: Buffer.concat([make.resized(jpeg, 16_320, 12_240), Buffer.alloc(3_000_000, 5)]),
      notes: [...end, 'many-points'],
    },
    { kind: 'a PNG', bytes: png, name: 'Screenshot 2026-03-01 at 21.45.07.png', declaredType: 'image/png' },
    { kind: 'a PNG with a palette', bytes: await many.clone().png({ palette: true }).toBuffer() },
    {
      kind: 'a PNG with see-through parts, interlaced',
      bytes: await many.clone().ensureAlpha(0.5).png({ progressive: true }).toBuffer(),
    },
    { kind: 'a PNG with a text', bytes: make.pngOf(30, 30, make.pngChunk('tEXt', 'Software\0gnome-screenshot <3')) },
    { kind: 'a PNG with random bytes behind', bytes: Buffer.concat([png, Buffer.alloc(90_000, 'x9')]), notes: end },
    {
      kind: 'a PNG with much before its picture',
      bytes: make.pngOf(30, 30, make.pngChunk('iTXt', 'x'.repeat(100_000))),
    },
    { kind: 'a PNG cut short', bytes: png.subarray(0, 300), notes: ['cut-short'] },
    { kind: 'an animated PNG', bytes: make.apngOf(20, 200, 100), name: 'sticker.png' },
    { kind: 'a GIF', bytes: gif, name: 'meme.gif' },
    { kind: 'a GIF that moves, with a comment', bytes: make.gifOf(320, 240, 100, 'Created with GIMP') },
    { kind: 'a WebP', bytes: webp, name: 'IMG-20260301-WA0004.webp' },
    { kind: 'a WebP without loss', bytes: await many.clone().webp({ lossless: true }).toBuffer() },
    { kind: 'a WebP called .jpg', bytes: webp, name: 'image.jpg', declaredType: 'image/jpeg', notes: ['name-differs'] },
    { kind: 'a TIFF from a scanner', bytes: tiff, name: 'scan.tif' },
    { kind: 'a TIFF of 20 pages', bytes: make.tiffOf(2_480, 3_508, 20) },
    { kind: 'a TIFF with its directory last', bytes: make.tiffWithEnd(4_000, 3_000) },
    { kind: 'an AVIF', bytes: await many.clone().avif({ effort: 0 }).toBuffer(), name: 'photo.avif' },
    { kind: 'a HEIC', bytes: make.heicOf(4_032, 3_024), name: 'IMG_0042.HEIC', declaredType: 'image/heic' },
    {
      kind: 'a HEIC called .JPG',
      bytes: make.heicOf(4_032, 3_024),
      name: 'IMG_0042.JPG',
      declaredType: 'image/jpeg',
      notes: ['name-differs'],
    },
    {
      kind: 'a live photo (HEIC with a film in a box)',
      bytes: Buffer.concat([make.heicOf(4_032, 3_024), box(mp4Of())]),
    },
    { kind: 'two pictures on one sheet', bytes: await sharp(png).extend({ right: 64 }).jpeg().toBuffer() },
  ];
  return pictures;
}

const box = (film: Buffer): Buffer => make.box('mpvd', film);
