/** The part of a secret number that is on one line. `from` and `to` are offsets in the line, `to` is exclusive. */
export interface SecretPart {
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Groups of three characters that contain secret ones, at one of the three alignments that base64 of a line can have.
 * The first and the last group may also contain public characters, or only those.
 */
interface Groups {
  readonly part: SecretPart;
  /** Where the first group starts in the line. */
  readonly start: number;
  readonly count: number;
}

/** A cut in a line: where the piece before it ends, and where the piece after it starts. */
interface Cut {
  readonly end: number;
  readonly start: number;
}

/** A mask's groups in a tile, `to` exclusive. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** A way to cover two or three groups. */
interface Tile {
  readonly groups: number;
  readonly windows: readonly Window[];
}

const shortTile: Tile = { groups: 2, windows: [{ from: 0, to: 2 }] };
const longTile: Tile = { groups: 3, windows: [{ from: 0, to: 3 }] };
/** Two short windows that overlap. */
const doubleTile: Tile = {
  groups: 3,
  windows: [
    { from: 0, to: 2 },
    { from: 1, to: 3 },
  ],
};

/** Cost of a cut where no window ends or starts. A window costs 1, so one more that ends there is cheaper. */
const cutCost = 2;

/**
 * So high that no long window is next to a group that contains a line break and one character on each side of it. If
 * base64 were cut in such a window, all four characters of that group could be read, too.
 */
const longNextToBreakCost = 100;

/** More than any windows cost. */
const impossible = 1_000_000;

/** A mask with fewer secret characters could occur in innocent text. */
const leastSecret = 3;

/**
 * Masks of a part: at each alignment, windows of six or nine characters without a gap between them. They end and start
 * next to `+` and `/`, which programs escape, and at `breaks`, where base64 of the line is cut (offsets in the line).
 */
export function windowsOf(part: SecretPart, breaks: readonly number[]): string[] {
  const escapable = [...part.line.matchAll(/[+/]/g)].map(({ index }) => ({ end: index, start: index + 1 }));
  const windows = alignedGroups(part).flatMap((groups) => {
    const broken = breaks.filter((offset) => (offset - groups.start) % 3 === 0);
    const cuts = [...escapable, ...broken.map((offset) => ({ end: offset, start: offset }))];
    return cheapestMasks(groups, cuts);
  });
  return [...windows, ...runsWithout(windows, part)];
}

/** Masks of a part: windows of six characters at every place. */
export function denseWindowsOf(part: SecretPart): string[] {
  return alignedGroups(part).flatMap((groups) =>
    Array.from({ length: Math.max(0, groups.count - 1) }, (_, from) => maskOf(groups, from, from + 2)),
  );
}

function alignedGroups(part: SecretPart): Groups[] {
  const { line, from, to } = part;
  if (to - from < leastSecret) return [];
  return [0, 1, 2].map((alignment) => {
    const first = Math.max(0, Math.ceil((from - alignment) / 3) - 1);
    const end = Math.min(Math.floor((line.length - alignment) / 3), Math.floor((to - alignment) / 3) + 1);
    return { part, start: alignment + 3 * first, count: end - first };
  });
}

/** Masks of the windows that cost the least. A public group at the start or the end may be left out. */
function cheapestMasks(groups: Groups, cuts: readonly Cut[]): string[] {
  const { part, start, count } = groups;
  if (count < 2) return [];
  const { noEnd, noStart } = costsOf(cuts, groups);
  const besideBreaks = [(10 - start) / 3, (part.line.length - 1 - start) / 3];
  // The least cost of all groups but the last three, the last two, and the last one.
  let beforeThree = impossible;
  let beforeTwo = 0;
  let beforeOne = start + 3 <= part.from ? 0 : impossible;
  // By how many groups have been covered.
  const chosen: (Tile | undefined)[] = [undefined, undefined];
  for (let end = 2; end <= count; end += 1) {
    const cutsBeforeLast = (noEnd[end - 1] ?? 0) + (noStart[end - 1] ?? 0);
    const cutsBeforeTwo = (noEnd[end - 2] ?? 0) + (noStart[end - 2] ?? 0);
    const long = besideBreaks.includes(end) ? beforeThree + longNextToBreakCost : beforeThree;
    const costOfShort = beforeTwo + 1 + cutsBeforeLast;
    const costOfLong = long + 1 + cutsBeforeTwo + cutsBeforeLast;
    const costOfDouble = long + 2 + (noEnd[end - 2] ?? 0) + (noStart[end - 1] ?? 0);
    const cost = Math.min(costOfShort, costOfLong, costOfDouble);
    chosen.push(costOfShort === cost ? shortTile : costOfLong === cost ? longTile : doubleTile);
    beforeThree = beforeTwo;
    beforeTwo = beforeOne;
    beforeOne = cost;
  }
  const isLastPublic = start + 3 * (count - 1) >= part.to;
  return masksBefore(isLastPublic && beforeTwo <= beforeOne ? count - 1 : count, chosen, groups);
}

/** What it costs if no window ends or starts after so many groups. */
function costsOf(cuts: readonly Cut[], { start, count }: Groups) {
  const noEnd: number[] = [];
  const noStart: number[] = [];
  const add = (costs: number[], groups: number) => {
    if (groups >= 0 && groups < count) costs[groups] = (costs[groups] ?? 0) + cutCost;
  };
  for (const cut of cuts) {
    add(noEnd, Math.floor((cut.end - start) / 3));
    add(noStart, Math.ceil((cut.start - start) / 3));
  }
  return { noEnd, noStart };
}

/** Masks of the tiles that cover so many groups. */
function masksBefore(end: number, chosen: readonly (Tile | undefined)[], groups: Groups): string[] {
  const masks: string[] = [];
  let before = end;
  for (let tile = chosen[before]; tile !== undefined; tile = chosen[before]) {
    before -= tile.groups;
    for (const { from, to } of tile.windows) masks.push(maskOf(groups, before + from, before + to));
  }
  return masks;
}

/** Runs of letters and digits that contain no window. Longer ones always do. */
function runsWithout(windows: readonly string[], { line, from, to }: SecretPart): string[] {
  const runs = line.slice(from, to).match(/(?<![^+/])[^+/]{6,11}(?![^+/])/g) ?? [];
  return runs.filter((run) => !windows.some((window) => run.includes(window)));
}

/**
 * A short window also gets the two characters before it, unless an escape cuts them off. They cost nothing: the runner
 * also masks the base64 of a value without its first two characters.
 */
function maskOf({ part: { line }, start }: Groups, from: number, to: number): string {
  const end = start + 3 * to;
  if (to - from > 2) return line.slice(start + 3 * from, end);
  const text = line.slice(Math.max(0, end - 8), end);
  const lastEscape = Math.max(text.lastIndexOf('+'), text.lastIndexOf('/'));
  return lastEscape === text.length - 7 ? text.slice(lastEscape + 1) : text;
}
