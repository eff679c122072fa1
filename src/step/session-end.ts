/**
 * Milliseconds: half of the hour that a session has by default. A job that authenticates and creates its key pair at once is
 * told nothing, and one that has used half of its session already may well use the rest.
 */
const soon = 30 * 60_000;

/**
 * What to say about a session that may end before the job; undefined if it lasts for a while, or if that is not known. The
 * runner does not tell how long a job may take.
 *
 * @param end - As AWS_CREDENTIAL_EXPIRATION has it, in ISO 8601.
 */
export function noticeOfSessionEnd(end: string, now: Date): string | undefined {
  const left = Date.parse(end) - now.getTime();
  if (!(left > 0 && left < soon)) return undefined;
  return `The AWS session of this job ends in ${Math.max(Math.round(left / 60_000), 1)} min. If the job takes longer, its key pair cannot be deleted when it ends. Set role-to-assume: cleanup then starts a session of its own. Or set a longer session duration where the job authenticates to AWS.`;
}
