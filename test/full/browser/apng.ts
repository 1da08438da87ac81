import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * Moving pictures from screenshots, without loss: animated PNG (PNG, third edition, section 11.3.6). The first frame is stored whole, each
 * later one as the rectangle that changed. A viewer that knows no animation shows the first frame.
 */

export interface Frame {
  /** A screenshot of Chromium: 8 bits a channel, RGB or RGBA, not interlaced. All of one size. */
  readonly png: Buffer;
  /** How long it is shown, milliseconds. */
  readonly ms: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel: 3 (RGB) or 4 (RGBA). */
  readonly channels: number;
  readonly data: Buffer;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
const RGBA = 6;

/** Frames that are equal to the one before only make that one last longer. Plays for ever. */
export function animated(frames: readonly Frame[]): Buffer {
  const shown = stepsOf(frames);
  const [first] = shown;
  if (first === undefined) throw new Error('a moving picture needs a frame');
  const { width, height, channels } = first.pixels;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 4 ? RGBA : RGB, 0, 0, 0], 8);
  let sequence = 0;
  const parts = shown.flatMap(({ pixels, area, ms }, index) => {
    const control = chunk('fcTL', frameControl(sequence++, area, ms));
    const data = compressed(pixels, area);
    return [control, index === 0 ? chunk('IDAT', data) : chunk('fdAT', numbered(sequence++, data))];
  });
  const count = numbered(shown.length, Buffer.alloc(4));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('acTL', count),
    ...parts,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Step {
  readonly pixels: Pixels;
  readonly area: Rectangle;
  ms: number;
}

function stepsOf(frames: readonly Frame[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { png, ms } of frames) {
    const pixels = pixelsOf(png);
    const before = steps.at(-1);
    const whole = { left: 0, top: 0, width: pixels.width, height: pixels.height };
    const area = before === undefined ? whole : changedArea(before.pixels, pixels);
    if (area !== null) steps.push({ pixels, area, ms });
    else if (before !== undefined) before.ms += ms;
  }
  return steps;
}

/** The smallest rectangle that holds every difference; null when there is none. */
function changedArea(before: Pixels, after: Pixels): Rectangle | null {
  const { width, height, channels, data } = after;
  if (before.width !== width || before.height !== height || before.channels !== channels)
    throw new Error('all frames must have one size');
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] === before.data[at]) continue;
    const pixel = Math.floor(at / channels);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, right, top, bottom] = [
      Math.min(left, x),
      Math.max(right, x),
      Math.min(top, y),
      Math.max(bottom, y),
    ];
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Replaces what stood in the rectangle, and stays. */
function frameControl(sequence: number, { left, top, width, height }: Rectangle, ms: number): Buffer {
  const control = Buffer.alloc(26);
  for (const [index, value] of [sequence, width, height, left, top].entries())
    control.writeUInt32BE(value, index * 4);
  control.writeUInt16BE(Math.min(ms, 0xffff), 20);
  control.writeUInt16BE(1000, 22);
  return control;
}

function numbered(value: number, data: Buffer): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(value);
  return Buffer.concat([number, data]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([numbered(data.length, typed), numbered(crc32(typed), Buffer.alloc(0))]);
}

/** Each row as the difference to the row above: screens repeat downwards. */
function compressed({ width, channels, data }: Pixels, area: Rectangle): Buffer {
  const UP = 2;
  const length = area.width * channels;
  const rows = Buffer.alloc((length + 1) * area.height);
  for (let y = 0; y < area.height; y += 1) {
    const from = ((area.top + y) * width + area.left) * channels;
    const to = y * (length + 1);
    rows[to] = UP;
    for (let x = 0; x < length; x += 1) {
      const above = y === 0 ? 0 : byteAt(data, from + x - width * channels);
      rows[to + 1 + x] = byteAt(data, from + x) - above;
    }
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

const byteAt = (data: Buffer, at: number): number => data[at] ?? 0;

function pixelsOf(png: Buffer): Pixels {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('no PNG');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colour, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (colour !== RGB && colour !== RGBA) || interlaced !== 0)
    throw new Error('only plain screenshots can be joined');
  const channels = colour === RGBA ? 4 : 3;
  return {
    width,
    height,
    channels,
    data: unfiltered(inflateSync(imageData(png)), width * channels, channels),
  };
}

function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Undoes the filters of the rows (PNG, section 9). */
function unfiltered(rows: Buffer, length: number, channels: number): Buffer {
  const height = rows.length / (length + 1);
  const data = Buffer.alloc(length * height);
  for (let y = 0; y < height; y += 1) {
    const filter = byteAt(rows, y * (length + 1));
    for (let x = 0; x < length; x += 1) {
      const at = y * length + x;
      const left = x < channels ? 0 : byteAt(data, at - channels);
      const up = y === 0 ? 0 : byteAt(data, at - length);
      const corner = x < channels || y === 0 ? 0 : byteAt(data, at - length - channels);
      data[at] = byteAt(rows, y * (length + 1) + 1 + x) + predicted(filter, left, up, corner);
    }
  }
  return data;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
