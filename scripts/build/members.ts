import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import type { ESTree } from 'rolldown/utils';

/** The only file that sends the other commands of EC2, and those of Auto Scaling. */
const referencesFile = 'src/ec2/references.ts';
/** Members that only the SDK itself reads and sets, to read all pages. */
const membersOfPages = ['NextToken', 'MaxResults', 'MaxRecords'];

/**
 * Removes the members of requests and responses that src/ec2/references.ts does not name: it neither sends nor reads them,
 * and the SDK ignores what a response has besides. Instances and launch templates have hundreds of them.
 *
 * @param root - The folder of the repository.
 */
export function membersOfReferences(root: string): Plugin {
  const source = readFileSync(path.join(root, referencesFile), 'utf8');
  const kept = new Set([...(source.match(/\b[A-Z]\w+/g) ?? []), ...membersOfPages]);
  return {
    name: 'members-of-references',
    transform: {
      filter: {
        id: /(?:schemas_0\.js\?of-other-commands|client-auto-scaling[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js)$/,
      },
      handler(code) {
        const changed = withMembers(code, kept);
        if (changed === code) throw new Error('The SDK now writes its schemas differently.');
        return { code: changed, map: null };
      },
    },
  };
}

/** Removes all members of structures but those with these names from a module of schemas. */
export function withMembers(code: string, kept: ReadonlySet<string>): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { names, items, start, end } of memberListsOf(parseAst(code))) {
    const left = items.filter((_, at) => kept.has(names[at] ?? ''));
    const list = left.map((item) => code.slice(item.start, item.end)).join(', ');
    pieces.push(code.slice(copied, start), `[${list}]`);
    copied = end;
  }
  return [...pieces, code.slice(copied)].join('');
}

/** The names of a structure's members, or their schemas, in the order of the code. */
interface MemberList {
  readonly names: readonly string[];
  readonly items: readonly ESTree.Node[];
  readonly start: number;
  readonly end: number;
}

/** Of all structures: `[3, namespace, name, traits, [names of members], [schemas of members]]`. */
function memberListsOf({ body }: ESTree.Program): MemberList[] {
  const variables = body
    .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
    .flatMap((node) => (node?.type === 'VariableDeclaration' ? node.declarations : []));
  const texts = new Map(
    variables.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init?.type === 'Literal' ? [[id.name, String(init.value)]] : [],
    ),
  );
  return variables.flatMap(({ init }) => {
    const [kind, , , , names, members] = itemsOf(init);
    if (kind?.type !== 'Literal' || kind.value !== 3) return [];
    const textOf = (node: ESTree.Node) => (node.type === 'Identifier' && texts.get(node.name)) || '';
    const membersNames = itemsOf(names).map(textOf);
    return [names, members].flatMap((list) =>
      list ? [{ names: membersNames, items: itemsOf(list), start: list.start, end: list.end }] : [],
    );
  });
}

function itemsOf(node: ESTree.Node | null | undefined): readonly ESTree.Node[] {
  return node?.type === 'ArrayExpression' ? node.elements.filter((item) => item !== null) : [];
}
