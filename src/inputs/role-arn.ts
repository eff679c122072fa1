/** The ARN of an IAM role, maybe with a path (IAM user guide, IAM identifiers). */
export const roleArn =
  /^arn:aws(?:-[a-z]{1,8}){0,3}:iam::\d{12}:role(?:\/[!-.0-~]{1,512}){0,8}\/[\w+=,.@-]{1,64}$/;
