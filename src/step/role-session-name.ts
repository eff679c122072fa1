/** Characters that STS allows (API reference, AssumeRoleWithWebIdentity). */
const longest = 64;
/** Characters of the job that are kept if the repository has a long name. */
const leastOfJob = 20;

/** Names a session after its job. The run is kept whole: it identifies the job best. */
export function sessionNameOf(repository: string, run: string, job: string): string {
  const [name, jobName] = [repository, job].map((text) => text.replace(/[^\w+=,.@-]/g, '-')) as [
    string,
    string,
  ];
  const room = longest - run.length - 2;
  const forJob = Math.min(jobName.length, Math.max(leastOfJob, room - name.length));
  return [name.slice(0, room - forJob), run, jobName.slice(0, forJob)]
    .filter((part) => part !== '')
    .join('.');
}
