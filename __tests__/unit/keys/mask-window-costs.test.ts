import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { denseWindowsOf, type SecretPart, windowsOf } from '../../../src/keys/mask-windows.ts';

/** Offsets in a line, `to` exclusive. */
type Window = readonly [from: number, to: number];

/** Parts of lines in which every character is another one, but for `+` and `/`. So a mask shows where it is from. */
const parts = fc
  .record({
    length: fc.integer({ min: 9, max: 36 }),
    escapes: fc.array(fc.nat(35), { maxLength: 9 }),
    ends: fc.array(fc.nat(36), { minLength: 2, maxLength: 2 }),
  })
  .map(({ length, escapes, ends }): SecretPart => {
    const characters = Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + at));
    // Never all of a window.
    for (const at of escapes) if (at < length && at % 6 !== 5) characters[at] = at % 2 === 0 ? '+' : '/';
    const [from = 0, to = 0] = ends.map((end) => end % (length + 1)).sort((a, b) => a - b);
    return { line: characters.join(''), from, to };
  });

const breaks = fc.array(fc.nat(35), { maxLength: 3 });

const isEscape = (character: string | undefined): boolean => character === '+' || character === '/';

/** Six characters are masked with the two before them, unless `+` or `/` cuts them off. */
function maskOf(line: string, [from, to]: Window): string {
  const isCutOff = isEscape(line[from - 1]) && !/[+/]/.test(line.slice(from, to));
  return line.slice(to - from === 9 || isCutOff ? from : Math.max(0, from - 2), to);
}

/** All ways to cover a range with windows of six and nine characters without a gap. */
function coversOf(from: number, to: number): Window[][] {
  if (from === to) return [[]];
  const first: Window[][] = [
    [[0, 6]],
    [[0, 9]],
    [
      [0, 6],
      [3, 9],
    ],
  ];
  return first.flatMap((windows) => {
    const placed = windows.map(([start, end]): Window => [from + start, from + end]);
    const end = placed.at(-1)?.[1] ?? to;
    return end > to ? [] : coversOf(end, to).map((rest) => [...placed, ...rest]);
  });
}

/** A window costs 1, every place within the cover where none ends or starts although a line is cut there costs 2. */
function costOf(
  cover: readonly Window[],
  { line }: SecretPart,
  alignment: number,
  cuts: readonly number[],
): number {
  const before = (at: number) => at - ((at - alignment + 3) % 3);
  const missed = (at: number, end: 0 | 1) =>
    at > (cover[0]?.[0] ?? 0) && at < (cover.at(-1)?.[1] ?? 0) && !cover.some((window) => window[end] === at);
  const escapes = [...line].flatMap((character, at) => (isEscape(character) ? [at] : []));
  const places = [
    ...escapes.flatMap((at) => [missed(before(at), 1), missed(before(at + 3), 0)]),
    ...cuts.filter((at) => at === before(at)).flatMap((at) => [missed(at, 1), missed(at, 0)]),
  ];
  // Base64 of a line break may have one character of the line next to it.
  const besideBreak = cover.filter(([from, to], at) => {
    const start = to - from === 6 && cover[at - 1]?.[1] === from + 3 ? from - 3 : from;
    return to - start === 9 && (start === 1 || to === line.length - 1);
  });
  return cover.length + 2 * places.filter(Boolean).length + 100 * besideBreak.length;
}

/** The covers that cost the least of all groups of three with a secret character, and maybe of a public one at each end. */
function cheapestCovers(part: SecretPart, alignment: number, cuts: readonly number[]): Window[][] {
  const { line, from, to } = part;
  if (to - from < 3) return [[]];
  const ends = Array.from({ length: line.length + 1 }, (_, at) => at).filter(
    (at) => at >= alignment && (at - alignment) % 3 === 0,
  );
  const first = ends.filter((at) => at >= from - 3 && at <= from);
  const last = ends.filter((at) => at >= to && at <= to + 3);
  const covers = (first.length > 0 ? first : ends.slice(0, 1)).flatMap((start) =>
    (last.length > 0 ? last : ends.slice(-1)).flatMap((end) => coversOf(start, end)),
  );
  const costs = covers.map((cover) => costOf(cover, part, alignment, cuts));
  return covers.length === 0 ? [[]] : covers.filter((_, at) => costs[at] === Math.min(...costs));
}

/** The windows of each of these masks. */
function windowsIn(line: string, masks: readonly string[]): (Window | undefined)[] {
  const windows = Array.from(line, (_, at) => [6, 9].map((length): Window => [at, at + length])).flat();
  const inLine = windows.filter(([, to]) => to <= line.length);
  return masks.map((mask) => inLine.find((window) => maskOf(line, window) === mask));
}

test('at each alignment, the windows are those that cost the least, and runs without one are masked', () => {
  fc.assert(
    fc.property(parts, breaks, (part, cuts) => {
      const { line, from, to } = part;
      const masks = windowsOf(part, cuts);
      const cheapest = [0, 1, 2].map((alignment) => cheapestCovers(part, alignment, cuts).map(String));
      const runs = (line.slice(from, to).match(/[^+/]+/g) ?? []).filter(
        ({ length }) => length > 5 && length < 12,
      );
      // The masks of runs are the last ones.
      const isRight = [undefined, ...runs].some((_, ofRuns) => {
        const ofWindows = masks.slice(0, masks.length - ofRuns);
        const others = runs.filter((run) => !ofWindows.some((mask) => run.includes(mask)));
        const windows = windowsIn(line, ofWindows);
        const covers = [0, 1, 2].map((alignment) =>
          windows
            .filter((window) => (window?.[0] ?? 0) % 3 === alignment)
            .sort((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0)),
        );
        return (
          others.join() === masks.slice(ofWindows.length).join() &&
          !windows.includes(undefined) &&
          covers.every((cover, alignment) => cheapest[alignment]?.includes(String(cover)))
        );
      });
      expect({ part, cuts, masks, isRight }).toMatchObject({ isRight: true });
    }),
    { numRuns: 400 },
  );
});

test('windows at every place contain three secret characters or more', () => {
  fc.assert(
    fc.property(parts, (part) => {
      const windows = Array.from({ length: part.line.length - 5 }, (_, at): Window => [at, at + 6]).filter(
        ([start, end]) => Math.min(end, part.to) - Math.max(start, part.from) >= 3,
      );
      const expected = windows.map((window) => maskOf(part.line, window));
      expect(denseWindowsOf(part).sort()).toEqual(expected.sort());
    }),
  );
});
