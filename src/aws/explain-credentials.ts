import { KeyPairError } from '../errors.ts';
import { isNamed } from './errors.ts';
import { isSafeToPrint, responseTextOf } from './response-text.ts';

const configureCredentials = {
  hint: 'Add an aws-actions/configure-aws-credentials step before this one, with a role that has the permissions listed in the README. The log shows how.',
  details: `\
in the job:
    permissions:
      id-token: write
      contents: read

as a step before this one:
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::<account>:role/<role>
          aws-region: <region>`,
};

export function noRegion(cause?: unknown): KeyPairError {
  return new KeyPairError('NO_REGION', 'No AWS Region is set.', {
    hint: 'Set aws-region, or set it in an aws-actions/configure-aws-credentials step before this one.',
    cause,
  });
}

/**
 * No source of credentials is configured.
 *
 * @param known - More that is known, in sentences.
 */
export function noCredentials(known: readonly string[] = [], cause?: unknown): KeyPairError {
  const message = ['No AWS credentials were found.', ...known].join(' ');
  return new KeyPairError('NO_CREDENTIALS', message, { ...configureCredentials, cause });
}

export function noCredentialsOfInstance(known: readonly string[], error: unknown): KeyPairError {
  return noCredentials([...known, answerOfInstance(error)], error);
}

function answerOfInstance(error: unknown): string {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 404) return 'The instance metadata service says that this instance has no role.';
  if (status !== undefined) return `The instance metadata service answered with HTTP ${status}.`;
  return isNamed(error, 'ProviderError')
    ? 'The instance metadata service did not answer.'
    : 'The answer of the instance metadata service cannot be read.';
}

/**
 * A source that is configured failed. Quotes neither what a program printed nor what a server answered: it may contain
 * credentials.
 */
export function notLoaded(source: string, error: unknown): KeyPairError {
  if (error instanceof KeyPairError) return error;
  return new KeyPairError(
    'CREDENTIALS_NOT_LOADED',
    `AWS credentials could not be loaded from ${source}: ${reasonOf(error)}`,
    {
      hint: 'The AWS CLI would use this source, too. Correct it, or remove it to use another one.',
      cause: error,
    },
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { message } = error;
  // Node quotes the whole command and what it printed.
  if (message.startsWith('Command failed:')) return 'the program failed. Run it in a step to see why.';
  const isOfProvider = isNamed(error, 'CredentialsProviderError', 'ProviderError');
  if (isOfProvider) return message;
  if (isSafeToPrint(error)) return responseTextOf(error);
  // The SDK's own, when it looks for a part of the configuration, or of an answer, that is not there.
  return error instanceof TypeError
    ? 'the configuration, or the answer, is incomplete'
    : 'the answer cannot be read';
}

/** Without this check, AWS would report a wrong signature, or Node an invalid header. */
export function malformedCredentials(parts: readonly string[]): KeyPairError {
  return new KeyPairError(
    'CREDENTIALS_MALFORMED',
    `The AWS credentials are malformed: the ${parts.join(' and the ')} may only contain printable ASCII characters, without spaces.`,
    { hint: 'Usually the secret was saved with a trailing newline. Save it again without one.' },
  );
}
