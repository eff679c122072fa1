import type { Mutant } from '../mutant.ts';

/** The step uses the account, the Region and the endpoint that the AWS CLI uses, and says what cannot be used. */
export const oneEnvironment: readonly Mutant[] = [
  {
    name: 'AWS_PROFILE does not count if keys are exported',
    file: 'src/aws/session.ts',
    find: '(?:DEFAULT_)?PROFILE|',
  },
  {
    name: 'the default profile does not count if keys are exported',
    file: 'src/aws/session.ts',
    find: "if (!isReadAlike || configFile['default'] || credentialsFile['default'])",
    replacement: 'if (!isReadAlike)',
  },
  {
    name: 'AWS_PROFILE is before exported keys',
    file: 'src/aws/credential-source.ts',
    find: 'exportedKeys(configuration) ??',
    replacement: 'keysOfProfile(configuration) ?? exportedKeys(configuration) ??',
  },
  {
    name: 'a profile is before a web identity',
    file: 'src/aws/credential-source.ts',
    find: 'webIdentity(configuration, sts) ??',
    replacement: 'keysOfProfile(configuration) ?? webIdentity(configuration, sts) ??',
  },
  {
    name: 'only "true" is true',
    file: 'src/aws/environment.ts',
    find: 'set?.value.toLowerCase()',
    replacement: 'set?.value',
  },
  {
    name: 'a switch that is neither true nor false is ignored',
    file: 'src/aws/environment.ts',
    find: "set === undefined || text === 'false'",
    replacement: "set === undefined || text !== 'true'",
  },
  {
    name: 'a Region in any form is accepted',
    file: 'src/aws/environment.ts',
    find: 'if (isRegion(set.value)) return set.value;',
    replacement: 'if (set.value) return set.value;',
  },
  {
    name: 'an endpoint that is not a URL is accepted',
    file: 'src/aws/configuration.ts',
    find: '/^https?:\\/\\//i.test(value) && URL.canParse(value)',
    replacement: 'URL.canParse(value)',
  },
  {
    name: 'an error quotes what a credential_process printed',
    file: 'src/aws/explain-credentials.ts',
    find: "if (message.startsWith('Command failed:')) return 'the program failed. Run it in a step to see why.';",
  },
  {
    name: 'a profile that does not exist counts as an empty one',
    file: 'src/aws/configuration.ts',
    find: 'if (chosen !== undefined && !configFile[name] && !credentialsFile[name]) throw profileNotFound(chosen);',
  },
];
