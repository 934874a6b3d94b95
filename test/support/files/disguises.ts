import { gzipSync } from 'node:zlib';
import type { JudgedFile } from './judged-file.js';
import { mp4Of, RECORDINGS } from './recordings.js';
import { officeOf, openDocument } from './office-of.js';
import { zipOf } from './zip-of.js';

const filled = (head: string, bytes = 3_000): Buffer =>
  Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(bytes, '\x01\x02\xf3\x04', 'latin1')]);
const exe = filled('MZ\x90\0\x03\0\0\0');
const elf = filled('\x7fELF\x02\x01\x01\0');

/** Programs, pages and archives under the names of what is taken. */
export function disguises(innocent: { png: Buffer; jpeg: Buffer; pdf: Buffer }): JudgedFile[] {
  return [...programs(), ...pages(), ...texts(), ...archives(), ...activeNames(innocent), ...wrongFamilies(innocent)];
}

function programs(): JudgedFile[] {
  const code = 'type-not-taken';
  const as = (bytes: Buffer, what: string, ...names: string[]): JudgedFile[] =>
    names.map((name) => ({ kind: `${what} as ${name}`, bytes, name, code }));
  return [
    ...as(exe, 'a program of Windows', 'photo.jpg', 'note.txt', 'report.pdf', 'report.docx', 'film.mp4', 'nothing'),
    ...as(elf, 'a program of Linux', 'photo.png', 'call.mp3', 'nothing'),
    ...as(filled('\xcf\xfa\xed\xfe\x07\0\0\x01'), 'a program of Apple', 'photo.heic'),
    ...as(filled('\xca\xfe\xba\xbe\0\0\x004'), 'a class of Java', 'photo.jpg'),
    ...as(filled('\0asm\x01\0\0\0'), 'a program of the web', 'photo.webp'),
    ...as(filled('L\0\0\0\x01\x14\x02\0'), 'a link of Windows', 'report.pdf'),
    ...as(filled('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an old Word document', 'report.docx'),
    ...as(filled('{\\rtf1\\ansi'), 'rich text', 'note.txt'),
    ...as(filled('SQLite format 3\0'), 'a database', 'photo.jpg'),
    ...as(filled('FWS\x09'), 'a film of Flash', 'film.mp4'),
    ...as(filled('BM\x46\x0c\0\0\0\0\0\0'), 'a bitmap', 'photo.bmp'),
    ...as(Buffer.alloc(5_000), 'zeros', 'photo.jpg'),
  ];
}

function pages(): JudgedFile[] {
  const html = '<!DOCTYPE html><html><script>alert(document.domain)</script></html>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const page = (kind: string, text: string | Buffer, name?: string, code = 'markup-in-text'): JudgedFile => ({
    kind: `${kind}${name === undefined ? '' : ` as ${name}`}`,
    bytes: Buffer.from(text as string),
    ...(name === undefined ? {} : { name }),
    code,
  });
  return [
    ...['photo.jpg', 'photo.png', 'note.txt', 'table.csv', 'report.pdf', 'report.docx'].map((name) =>
      page('a page', html, name),
    ),
    page('a page without a name', html),
    page('a page after blank lines', `\n\n \t${html}`, 'note.txt'),
    page('a page after a mark', `\ufeff${html}`, 'note.txt'),
    page('a page after a comment', `<!-- a note -->${html}`, 'note.txt'),
    page('a page after a sentence', `He pushed me. ${html}`, 'note.txt'),
    page('a page that shouts', html.toUpperCase(), 'note.txt'),
    page('half a page', '<p onclick=alert(1)>He pushed me.', 'note.txt'),
    page('a frame', 'see <iframe src=//x>', 'note.txt'),
    ...['photo.png', 'photo.svg', 'note.txt', 'photo.jpg'].map((name) => page('a drawing that runs', svg, name)),
    page('a drawing with a prolog', `<?xml version="1.0"?>\n${svg}`, 'photo.png'),
    page('XML', '<?xml version="1.0"?><a/>', 'note.txt'),
    page('a page of PHP', '<?php system($_GET[0]); ?>', 'photo.jpg'),
    page('a page of PHP in a text', 'Hello\n<?php system($_GET[0]); ?>', 'note.txt'),
    page('a page of ASP', '<% eval request("a") %>', 'note.txt'),
    page('a script of a shell', '#!/bin/sh\nrm -rf /\n', 'photo.jpg'),
    page('a script of Windows', '@echo off\r\nformat c:\r\n', 'note.txt'),
    page('an application of Windows', '<job><script language="VBScript">x</script></job>', 'note.txt'),
  ];
}

function texts(): JudgedFile[] {
  const text = (kind: string, bytes: Buffer, code = 'text-unreadable'): JudgedFile => ({
    kind,
    bytes,
    name: 'note.txt',
    code,
  });
  const long = Buffer.alloc(100_000, 'He pushed me. ');
  return [
    text('a file without a byte', Buffer.alloc(0), 'empty-file'),
    text('a text with NUL', Buffer.from('He pushed\0 me.'), 'type-not-taken'),
    text('a text with NUL far in', Buffer.concat([long, Buffer.from([0])])),
    text('a text of another time', Buffer.from('Me empuj\xf3 y grit\xf3 '.repeat(20), 'latin1')),
    text('a text of another time far in', Buffer.concat([long, Buffer.from([0xf3, 0x20])])),
    text('a text that ends in half a letter', Buffer.concat([long, Buffer.from([0xc3])])),
    text('a text of two bytes a letter', Buffer.from('He pushed me.', 'utf16le'), 'type-not-taken'),
    text('an overlong slash', Buffer.from([...Buffer.from('a '.repeat(40)), 0xc0, 0xaf])),
    text('a text with control characters', Buffer.from('He \x01\x02 pushed me.'), 'type-not-taken'),
    text('a bell far in', Buffer.concat([long, Buffer.from([7])])),
  ];
}

function archives(): JudgedFile[] {
  const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$` + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
  const archive = (kind: string, bytes: Buffer, name: string): JudgedFile => ({
    kind,
    bytes,
    name,
    code: 'type-not-taken',
  });
  return [
    archive('an archive', zipOf([{ name: 'a.txt', data: 'a' }]), 'photos.zip'),
    archive('an archive as a photo', zipOf([{ name: 'a.txt', data: 'a' }]), 'photo.jpg'),
    archive('an archive as a document', zipOf([{ name: 'a.txt', data: 'a' }]), 'report.docx'),
    archive('an archive with EICAR', zipOf([{ name: 'eicar.com', data: eicar }]), 'report.docx'),
    {
      ...archive('an archive that climbs', zipOf([{ name: 'a/../../etc/passwd', data: 'a' }]), 'a.zip'),
      code: 'archive-unsafe',
    },
    archive(
      'an app of Android',
      zipOf([
        { name: 'AndroidManifest.xml', data: 'a' },
        { name: 'classes.dex', data: 'dex' },
      ]),
      'report.docx',
    ),
    archive('a program of Java', zipOf([{ name: 'META-INF/MANIFEST.MF', data: 'Main-Class: A' }]), 'report.docx'),
    archive('an empty archive', zipOf([]), 'report.docx'),
    archive('a Word document made for macros', officeOf('docm'), 'report.docx'),
    archive('slides', officeOf('pptx'), 'report.docx'),
    archive('an OpenDocument sheet', openDocument('spreadsheet'), 'report.odt'),
    archive('a document without a document', zipOf([{ name: '[Content_Types].xml', data: '<Types/>' }]), 'report.docx'),
    archive('RAR', filled('Rar!\x1a\x07\x01\0'), 'photo.jpg'),
    archive('7-Zip', filled('7z\xbc\xaf\x27\x1c'), 'report.docx'),
    archive('gzip', gzipSync('a'.repeat(5_000)), 'photo.jpg'),
    archive('bzip2', filled('BZh91AY&SY'), 'note.txt'),
    archive('xz', filled('\xfd7zXZ\0'), 'film.mp4'),
    archive('an image of a disk', filled('conectix'), 'film.mp4'),
  ];
}

function activeNames({ png, pdf }: { png: Buffer; pdf: Buffer }): JudgedFile[] {
  const code = 'name-disagrees';
  const names = ['exe', 'html', 'svg', 'js', 'php', 'bat', 'scr', 'lnk', 'jar', 'hta', 'zip'].map(
    (each) => `photo.${each}`,
  );
  const tricks = [
    'photo\u202egpj.exe',
    'photo.jpg\0.exe',
    'photo.exe.',
    'photo.exe ',
    'C:\\x\\photo.PNG.ExE',
    'photo.jpg\r\n.vbs',
  ];
  const words = ['note.html', 'note.js', 'note.vbs', 'note.sh', 'note.ps1', 'note.url'];
  return [
    ...[...names, ...tricks].map((name) => ({
      kind: `a picture called ${JSON.stringify(name)}`,
      bytes: png,
      name,
      code,
    })),
    ...words.map((name) => ({ kind: `a text called ${name}`, bytes: Buffer.from('He pushed me.'), name, code })),
    { kind: 'a PDF called setup.msi', bytes: pdf, name: 'setup.msi', code },
  ];
}

function wrongFamilies({ png, jpeg, pdf }: { png: Buffer; jpeg: Buffer; pdf: Buffer }): JudgedFile[] {
  const named = (kind: string, bytes: Buffer, name: string): JudgedFile => ({
    kind,
    bytes,
    name,
    code: 'name-disagrees',
  });
  const declared = (bytes: Buffer, declaredType: string): JudgedFile => ({
    ...{ kind: `declared as ${declaredType}`, bytes, declaredType, code: 'declared-type-disagrees' },
  });
  return [
    named('a text called a film', Buffer.from('He pushed me.'), 'film.mp4'),
    named('a PDF called a picture', pdf, 'photo.jpg'),
    named('a picture called a PDF', jpeg, 'report.pdf'),
    named('a picture called a film', png, 'film.mp4'),
    named('a document called a picture', officeOf('docx'), 'photo.jpg'),
    named('a film called a picture', mp4Of(), 'photo.jpg'),
    named('a call called a document', RECORDINGS['call.mp3']!, 'report.pdf'),
    named('a document called an archive', officeOf('docx'), 'report.zip'),
    ...[
      'text/html',
      'image/svg+xml',
      'application/pdf',
      'video/mp4',
      'text/javascript',
      'application/x-msdownload',
    ].map((type) => declared(png, type)),
    declared(pdf, 'image/jpeg'),
    declared(Buffer.from('He pushed me.'), 'image/png'),
  ];
}
