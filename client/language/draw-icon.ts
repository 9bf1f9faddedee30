/**
 * Draws the extension's icon, a sound wave in braces, to `icon.png` next to this file. Run it by hand after a
 * change: `npx tsx client/language/draw-icon.ts`. Not part of the build; the picture is kept in the repository.
 */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [number, number];
type Color = readonly [number, number, number];

const SIZE = 128;
const SAMPLES = 4;
const GROUND: Color = [15, 38, 48];
const BRACE: Color = [94, 234, 212];
const WAVE: Color = [251, 191, 36];
const STROKE = 4.5;

const leftBrace: Point[] = [
  ...curve([44, 26], [32, 26], [32, 34], [32, 42]),
  ...curve([32, 42], [32, 56], [30, 62], [20, 64]),
  ...curve([20, 64], [30, 66], [32, 72], [32, 86]),
  ...curve([32, 86], [32, 94], [32, 102], [44, 102]),
];
const rightBrace = leftBrace.map(([x, y]): Point => [SIZE - x, y]);
const bars = [9, 23, 14, 5].map((half, index): Point[] => {
  const x = 46 + index * 12;
  return [
    [x, 64 - half],
    [x, 64 + half],
  ];
});

function curve(a: Point, b: Point, c: Point, d: Point): Point[] {
  return Array.from({ length: 17 }, (_, step) => {
    const t = step / 16;
    const u = 1 - t;
    const at = (axis: 0 | 1): number =>
      u ** 3 * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t ** 3 * d[axis];
    return [at(0), at(1)];
  });
}

function distance([x, y]: Point, line: Point[]): number {
  return Math.min(
    ...line.slice(1).map((to, index) => {
      const [ax, ay] = line[index] ?? to;
      const [dx, dy] = [to[0] - ax, to[1] - ay];
      const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }),
  );
}

/** The color at a point, undefined outside the rounded square. */
function colorAt(point: Point): Color | undefined {
  const [dx, dy] = [Math.abs(point[0] - 64) - 40, Math.abs(point[1] - 64) - 40];
  if (Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) > 24) return undefined;
  if ([leftBrace, rightBrace].some((line) => distance(point, line) < STROKE)) return BRACE;
  return bars.some((line) => distance(point, line) < STROKE) ? WAVE : GROUND;
}

function pixel(x: number, y: number): number[] {
  let sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const dx = ((sample % SAMPLES) + 0.5) / SAMPLES;
    const dy = (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    const color = colorAt([x + dx, y + dy]);
    if (color) sum = [...color, 1].map((part, index) => part + (sum[index] ?? 0));
  }
  const covered = sum[3] ?? 0;
  const alpha = Math.round((255 * covered) / (SAMPLES * SAMPLES));
  return [...sum.slice(0, 3).map((part) => Math.round(part / (covered || 1))), alpha];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const header = Buffer.from([0, 0, 0, SIZE, 0, 0, 0, SIZE, 8, 6, 0, 0, 0]);
const range = Array.from({ length: SIZE }, (_, index) => index);
const rows = range.flatMap((y) => [0, ...range.flatMap((x) => pixel(x, y))]);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = [
  signature,
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
];
writeFileSync(new URL('icon.png', import.meta.url), Buffer.concat(png));
