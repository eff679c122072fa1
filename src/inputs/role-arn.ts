/** The ARN of an IAM role, maybe with a path (IAM user guide, IAM identifiers). */
export const roleArn =
  /^arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role(?:\/[!-.0-~]{1,512}){0,8}\/[\w+=,.@-]{1,64}$/;
