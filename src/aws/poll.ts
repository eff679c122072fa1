/**
 * Reads until there is something to see, with growing pauses. The last read starts when the time is up, unless the deadline
 * of all calls comes first.
 *
 * @param within - Milliseconds.
 * @param read - Its parameter is true for the last read.
 * @param wait - Returns false if the deadline leaves no time for a pause of so many milliseconds.
 */
export async function pollFor<Seen>(
  within: number,
  read: (isLast: boolean) => Promise<Seen | undefined>,
  { lookFor, wait }: { readonly lookFor: number; wait(pause: number): Promise<boolean> },
): Promise<Seen | undefined> {
  const end = performance.now() + within;
  for (let longest = lookFor / 30; ; longest = Math.min(longest * 2, lookFor / 2)) {
    const left = end - performance.now();
    const pause = longest * (1 - Math.random() / 4);
    // No read shortly before the last one.
    const isLast = left - pause <= lookFor / 4;
    if (!(await wait(isLast ? Math.max(0, left) : pause))) return undefined;
    const seen = await read(isLast);
    if (seen !== undefined || isLast) return seen;
  }
}
