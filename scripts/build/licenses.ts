import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package in dist that has no license text. The license text of another package in dist applies to it. */
export interface LicenseException {
  readonly textOf: string;
  readonly reason: string;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string | undefined;
}

/**
 * The licenses of all packages that these modules belong to, as readable text: each license text follows the packages
 * that have it. Sorted by name, LF.
 *
 * @param modules - Paths of modules. Those outside node_modules belong to this project.
 * @param exceptions - By package name.
 * @throws Error that lists each package without a license text, and each unnecessary exception.
 */
export function licensesOf(
  modules: Iterable<string>,
  exceptions: Readonly<Record<string, LicenseException>>,
): string {
  const folders = new Set([...modules].flatMap((module) => packageFolderOf(module) ?? []));
  const packages = [...folders].map(readPackage);
  const ownText = new Map(packages.map(({ name, text }) => [name, text]));
  const problems: string[] = [];
  const complete = packages.map((found) => {
    const text = found.text ?? ownText.get(exceptions[found.name]?.textOf ?? '');
    if (text === undefined)
      problems.push(`${found.name}@${found.version} (${found.license}) has no license text`);
    return { ...found, text: text ?? '' };
  });
  for (const name of Object.keys(exceptions)) {
    if (!ownText.has(name)) problems.push(`${name} is an exception, but it is not in dist`);
    if (ownText.get(name) !== undefined)
      problems.push(`${name} is an exception, but it has its own license text`);
  }
  if (problems.length > 0) throw new Error(`Licenses: ${problems.join('; ')}.`);
  return format(complete);
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { name, version, license: String(license), text: licenseText(folder) };
}

/** The folder of the package that a module belongs to. Undefined outside node_modules. */
function packageFolderOf(module: string): string | undefined {
  const [file = ''] = module.split('?');
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
  return found !== undefined && existsSync(path.join(found, 'package.json')) ? found : undefined;
}

function licenseText(folder: string): string | undefined {
  const texts = readdirSync(folder).filter((name) =>
    /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name),
  );
  if (!texts.some((name) => !/^notice/i.test(name))) return undefined;
  return normalized(
    texts
      .sort()
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n\n'),
  );
}

/** Normalizes newlines and trailing spaces, which differ between packages with the same license text. */
function normalized(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/[ \t]*\r?\n/g, '\n')
    .trim();
}

function format(packages: readonly (Package & { readonly text: string })[]): string {
  const byText = Map.groupBy(packages, ({ text }) => text);
  const groups = [...byText].map(([text, holders]) => ({
    heads: holders.map(({ name, version, license }) => `${name} ${version} (${license})`).sort(),
    text,
  }));
  return groups
    .sort((a, b) => compare(a.heads[0] ?? '', b.heads[0] ?? ''))
    .map(({ heads, text }) => `${heads.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** Compares code units, so that the order does not depend on the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
