/** What can be done in several Regions, apart from what is generated on the runner. */
const possible = ['import', 'describe', 'delete', 'sweep'];
const creating = ['create', 'ensure'];

/**
 * The problems with several Regions in `aws-region`, as sentences. Most steps set one or none, so this is loaded only for
 * several, and imports nothing that every step loads.
 *
 * @param raw - Inputs as the runner passes them.
 */
export function regionProblems(raw: (name: string) => string): string[] {
  const input = (name: string) => raw(name).trim();
  const codes = input('aws-region').toLowerCase().split(/[,\n]/);
  const regions = codes.map((code) => code.trim()).filter((code) => code !== '');
  if (regions.length < 2) return [];
  const seen = new Set<string>();
  const twice = regions.find((code) => seen.size === seen.add(code).size);
  // Anything else is refused anyway, and may be a secret.
  const isShown = twice !== undefined && /^[a-z\d-]{1,30}$/.test(twice);
  const problems = isShown ? [`aws-region names "${twice}" twice.`] : [];
  const reason = whyNot(input('operation').toLowerCase() || 'create', input('generate-on').toLowerCase());
  if (reason !== undefined) problems.push(`aws-region names several Regions, but ${reason}.`);
  if (input('key-pair-id') !== '') {
    problems.push(
      'key-pair-id cannot be combined with several Regions: a key pair has another ID in each. Set key-name, or one Region.',
    );
  }
  return problems;
}

/** Why an operation needs one Region, and what to write instead, as a clause. */
function whyNot(operation: string, generateOn: string): string | undefined {
  if (creating.includes(operation)) {
    return generateOn === 'runner'
      ? undefined
      : 'EC2 would generate another key in each. To use one key in all of them, set generate-on: runner';
  }
  if (possible.includes(operation) || !/^[a-z-]{1,20}$/.test(operation)) return undefined;
  return `${operation} works in one. Set the Region that it is for; a private key in a store is in the first Region`;
}
