import { box } from './pictures.js';

const filled = (head: Buffer | string, bytes = 4_000): Buffer =>
  Buffer.concat([Buffer.from(head as string, 'latin1'), Buffer.alloc(bytes, 0x5a)]);

export const mp4Of = (brand = 'isom'): Buffer =>
  Buffer.concat([
    box('ftyp', brand, Buffer.alloc(4), `${brand}mp41`),
    box('moov', box('mvhd', Buffer.alloc(100))),
    box('mdat', Buffer.alloc(3_000, 9)),
  ]);

const matroska = (type: string): Buffer =>
  filled(
    Buffer.concat([
      Buffer.from('1a45dfa3', 'hex'),
      Buffer.from([0x80 + type.length + 3]),
      Buffer.from('4282', 'hex'),
      Buffer.from([0x80 + type.length]),
      Buffer.from(type),
      Buffer.from('18538067', 'hex'),
    ]),
  );

const ogg = (codec: Buffer): Buffer =>
  filled(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(22), Buffer.from([1, codec.length]), codec]));

/** Films and sound as far as their beginnings go, by what they are called. */
export const RECORDINGS: Readonly<Record<string, Buffer>> = {
  'VID_20260301_214507.mp4': mp4Of(),
  'IMG_0042.MOV': mp4Of('qt  '),
  'clip.3gp': mp4Of('3gp4'),
  'voice memo.m4a': mp4Of('M4A '),
  'bodycam.mkv': matroska('matroska'),
  'screen.webm': matroska('webm'),
  'dashcam.avi': filled(Buffer.concat([Buffer.from('RIFF'), Buffer.from([0, 16, 0, 0]), Buffer.from('AVI LIST')])),
  'station.mpg': filled(Buffer.from('000001ba44000400', 'hex')),
  'call.mp3': filled(Buffer.from('fffb9064', 'hex')),
  'dictation.wav': filled(Buffer.concat([Buffer.from('RIFF'), Buffer.from([0, 16, 0, 0]), Buffer.from('WAVEfmt ')])),
  'radio.ogg': ogg(Buffer.from('\x01vorbis', 'latin1')),
  'whatsapp.opus': ogg(Buffer.from('OpusHead')),
  'interview.flac': filled('fLaC\0'),
  'old phone.amr': filled('#!AMR\n'),
};
