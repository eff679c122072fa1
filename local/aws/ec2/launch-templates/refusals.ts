import { Refusal } from '../../refusal.ts';
import { isId } from '../ids.ts';

/** A launch template's id, well formed. Throws InvalidLaunchTemplateId.Malformed. */
export function checkTemplateId(id: string): string {
  if (isId('lt', id)) return id;
  throw new Refusal('InvalidLaunchTemplateId.Malformed', `Invalid launch template ID: '${id}'.`);
}

export function templateIdNotFound(id: string): Refusal {
  return new Refusal(
    'InvalidLaunchTemplateId.NotFound',
    `The specified launch template, with template ID ${id}, does not exist.`,
  );
}

export function templateNameNotFound(name: string): Refusal {
  return new Refusal(
    'InvalidLaunchTemplateName.NotFoundException',
    `The specified launch template, with template name ${name}, does not exist.`,
  );
}

/** DescribeLaunchTemplates does not say which name it was. */
export function someTemplateNotFound(): Refusal {
  return new Refusal(
    'InvalidLaunchTemplateName.NotFoundException',
    'At least one of the launch templates specified in the request does not exist.',
  );
}

export function versionNotFound(version: string, templateId: string): Refusal {
  return new Refusal(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version ${version} for the launch template with ID ${templateId}.`,
  );
}
