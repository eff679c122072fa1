/** An environment, and what is known of it beforehand. */
export interface EnvironmentCase {
  readonly name: string;
  /** HOME is the case's own folder. */
  readonly variables: Readonly<Record<string, string>>;
  /** By path in the home folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** `aws-region`, and `--region`. */
  readonly region?: string;
  /** The error of the action. Without it, the action must succeed. */
  readonly says?: RegExp;
  /** What the action asks, and why that is not what the AWS CLI asks. */
  readonly exception?: Exception;
}

interface Exception {
  readonly why: string;
  /** The only version of the AWS CLI that the action differs from. */
  readonly version?: 1 | 2;
  readonly asked: readonly string[];
}

export const exported = { AWS_ACCESS_KEY_ID: 'AKIAEXPORTED', AWS_SECRET_ACCESS_KEY: 'secret' };
export const inRegion = { ...exported, AWS_REGION: 'eu-west-1' };
export const noMetadata = { AWS_EC2_METADATA_DISABLED: 'true' };
export const metadata = { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:1' };
export const webIdentity = {
  AWS_WEB_IDENTITY_TOKEN_FILE: 'HOME/token',
  AWS_ROLE_ARN: 'arn:aws:iam::111111111111:role/WEB',
  AWS_ROLE_SESSION_NAME: 'session',
};
export const tokenFile = { token: 'a.web.identity' };
export const keys = (name: string) => `aws_access_key_id = AKIA${name}\naws_secret_access_key = secret\n`;
export const config = (text: string) => ({ '.aws/config': text });
export const credentials = (text: string) => ({ '.aws/credentials': text });
export const process = (program: string) =>
  config(`[default]\nregion = eu-west-2\ncredential_process = ${program}\n`);
export const printed = `printf '{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"secret","SessionToken":"of-process"}'`;
