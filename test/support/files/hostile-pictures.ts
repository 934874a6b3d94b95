import type { JudgedFile } from './judged-file.js';
import * as make from './pictures.js';
import { mp4Of } from './recordings.js';
import { zipOf } from './zip-of.js';

interface Innocent {
  jpeg: Buffer;
  png: Buffer;
  gif: Buffer;
  webp: Buffer;
  tiff: Buffer;
  pdf: Buffer;
}

const after = (file: Buffer, ...more: (Buffer | string)[]): Buffer =>
  Buffer.concat([file, ...more.map((each) => Buffer.from(each as string))]);

/** Pictures that would fill the memory of who decodes them. */
export function pixelFloods({ jpeg }: Innocent): JudgedFile[] {
  const flood = (kind: string, bytes: Buffer): JudgedFile => ({ kind, bytes, code: 'picture-too-large' });
  return [
    flood('a PNG of 60,000 by 60,000', make.pngOf(60_000, 60_000)),
    flood('a PNG as wide as can be said', make.pngOf(0x7fffffff, 0x7fffffff)),
    flood('a PNG of one very long line', make.pngOf(60_000_000, 1)),
    flood('a JPEG of 65,535 by 65,535', make.resized(jpeg, 65_535, 65_535)),
    flood('a JPEG of 60 megapixels in a few bytes', make.resized(jpeg, 10_000, 6_000)),
    flood(
      'a JPEG of 900 megapixels with bytes to go with them',
      after(make.resized(jpeg, 30_000, 30_000), Buffer.alloc(12_000_000)),
    ),
    flood(
      'a JPEG with a second frame',
      make.withSegment(jpeg, 0xc1, Buffer.from([8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0])),
    ),
    flood('a GIF of 65,535 by 65,535', make.gifOf(65_535, 65_535)),
    flood('a GIF of 3,000 frames', make.gifOf(10, 10, 3_000)),
    flood('a GIF of frames that add up', make.gifOf(6_000, 6_000, 100)),
    flood('an animated PNG of frames that add up', make.apngOf(100, 6_000, 6_000)),
    flood('an animated PNG of 3,000 frames', make.apngOf(3_000, 10, 10)),
    flood('a WebP of 16,384 by 16,384', make.webpOf(16_384, 16_384)),
    flood('a TIFF of 60,000 by 60,000', make.tiffOf(60_000, 60_000)),
    flood('a TIFF of 3,000 pages', make.tiffOf(10, 10, 3_000)),
    flood('a HEIC of 60,000 by 60,000', make.heicOf(60_000, 60_000)),
    flood('an AVIF of 60,000 by 60,000', make.heicOf(60_000, 60_000, 'avif')),
  ];
}

/** What begins like a picture and goes on as something else. */
export function misshapenPictures(): JudgedFile[] {
  const wrong = (kind: string, bytes: Buffer, code = 'picture-unreadable'): JudgedFile => ({ kind, bytes, code });
  const rest = '<html><script>alert(1)</script>';
  const circle = make.tiffOf(10, 10, 3, true);
  return [
    wrong('the beginning of a JPEG and a page', after(Buffer.from([0xff, 0xd8, 0xff, 0xe0]), rest)),
    wrong('the beginning of a JPEG and nothing', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
    wrong('a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9])),
    wrong('the beginning of a PNG and a page', after(make.PNG_SIGNATURE, rest), 'type-not-taken'),
    wrong(
      'a PNG that begins with its end',
      after(make.PNG_SIGNATURE, make.pngChunk('IEND', ''), make.pngChunk('IHDR', Buffer.alloc(13)), Buffer.alloc(40)),
      'type-not-taken',
    ),
    wrong('a PNG without width', make.pngOf(0, 100)),
    wrong('a PNG with a chunk of no name', make.pngOf(10, 10, make.pngChunk('\x01\x02\x03\x04', 'x'.repeat(50)))),
    wrong('GIF89a and a script', Buffer.from('GIF89a/*<script>*/=1;alert(1);//'.padEnd(200))),
    wrong('a GIF with a block of no kind', after(make.gifOf(10, 10).subarray(0, 19), Buffer.alloc(100, 0x77))),
    wrong(
      'a WebP without a picture',
      after(Buffer.from('RIFF\x20\0\0\0WEBPABCD\x10\0\0\0', 'latin1'), Buffer.alloc(40)),
    ),
    wrong('a TIFF that goes in a circle', circle),
    wrong('a TIFF that points outside', Buffer.from('II*\0\xff\xff\xff\x7f'.padEnd(100), 'latin1')),
    wrong(
      'a HEIC without a picture',
      after(make.box('ftyp', 'heic', Buffer.alloc(4), 'mif1heic'), make.box('mdat', Buffer.alloc(300))),
    ),
    wrong(
      'a HEIC of boxes in boxes',
      after(make.box('ftyp', 'heic', Buffer.alloc(4), 'mif1heic'), make.box('meta', Buffer.alloc(4), boxes(9_000))),
    ),
  ];
}

function boxes(depth: number): Buffer {
  const all = Buffer.alloc(depth * 8);
  for (let at = 0; at < depth; at++) {
    all.writeUInt32BE((depth - at) * 8, at * 8);
    all.write('iprp', at * 8 + 4);
  }
  return all;
}

/** Files that are two files. */
export function polyglots({ jpeg, png, gif, webp, tiff, pdf }: Innocent): JudgedFile[] {
  const zip = zipOf([{ name: 'a.exe', data: 'MZ' }]);
  const heic = make.heicOf(4_032, 3_024);
  const page = '<html><body><script>alert(1)</script>';
  const hides = (kind: string, bytes: Buffer): JudgedFile => ({ kind, bytes, code: 'hides-another-file' });
  const mp3 = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(3_000, 0x5a)]);
  const hosts: [string, Buffer][] = [
    ['a JPEG', jpeg],
    ['a PNG', png],
    ['a GIF', gif],
    ['a WebP', webp],
    ['a TIFF', tiff],
  ];
  return [
    ...[
      ...hosts,
      ['a HEIC', heic] as const,
      ['a film', mp4Of()] as const,
      ['a call', mp3] as const,
      ['a PDF', pdf] as const,
    ].map(([host, bytes]) => hides(`${host} and an archive`, after(bytes, zip))),
    hides('a JPEG and an archive with a word after', after(jpeg, zip, 'the end')),
    hides('a JPEG and an archive behind what Samsung adds', after(jpeg, Buffer.alloc(200_000, 3), zip)),
    ...hosts.slice(0, 4).map(([host, bytes]) => hides(`${host} and a page`, after(bytes, page))),
    hides('a HEIC and a page', after(heic, '\n\n', page)),
    ...hosts.slice(0, 2).map(([host, bytes]) => hides(`${host} and a PDF`, after(bytes, pdf))),
    hides('a JPEG and PHP', after(jpeg, '<?php system($_GET[0]);')),
    hides('a PNG and a program of Windows', after(png, 'MZ', Buffer.alloc(3_000, 1))),
    hides(
      'a PNG and a program of Windows further on',
      after(png, Buffer.alloc(70_000, 1), 'MZ..This program cannot be run in DOS mode'),
    ),
    hides('a JPEG and a program of Linux', after(jpeg, 'data', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'))),
    hides('a JPEG and RAR', after(jpeg, Buffer.from('Rar!\x1a\x07\0', 'latin1'), Buffer.alloc(300))),
    hides('a JPEG and 7-Zip', after(jpeg, Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), Buffer.alloc(300))),
    hides('a JPEG and a script of a shell', after(jpeg, '\n#!/bin/sh\nrm -rf /')),
    hides('a GIF and a script', after(gif, '*/=1;alert(1)')),
    hides('a signature across two windows', after(jpeg, Buffer.alloc(65_533, 1), '%PDF-1.7', Buffer.alloc(99))),
    hides('a page in a comment of a JPEG', make.withSegment(jpeg, 0xfe, Buffer.from('<?php system($_GET[0]);'))),
    hides('a page in what the camera wrote', make.withSegment(jpeg, 0xe1, Buffer.from(`Exif\0\0${page}`))),
    hides('a page in a text of a PNG', make.pngOf(10, 10, make.pngChunk('tEXt', `Comment\0${page}`))),
    hides('a page in a comment of a GIF', make.gifOf(10, 10, 1, page)),
    hides('a PDF that begins as a page', after(Buffer.from('%PDF-1.7\n'), page, pdf)),
    hides('a PDF that ends as a page', after(pdf, page)),
    hides('a PDF that is an archive to the byte', after(pdf, zip)),
  ];
}
