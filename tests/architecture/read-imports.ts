import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';

/** A project file by its path from the root, or a package by its name. */
export interface Import {
  file?: string;
  pack?: string;
}
export type ImportMap = Map<string, Import[]>;

/** `@scope/name/deep` is the package `@scope/name`; `node:` names stay whole. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** Every module that a TypeScript file names: types, re-exports, dynamic imports and worker addresses too. */
export function specifiersOf(name: string, source: string): string[] {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  const found: string[] = [];
  const add = (node: { type: string } | null | undefined) => {
    if (node?.type === 'Literal' && 'value' in node && typeof node.value === 'string') found.push(node.value);
  };
  new Visitor({
    ImportDeclaration(node) {
      add(node.source);
    },
    ExportNamedDeclaration(node) {
      add(node.source);
    },
    ExportAllDeclaration(node) {
      add(node.source);
    },
    ImportExpression(node) {
      add(node.source);
    },
    TSImportType(node) {
      add(node.source);
    },
    NewExpression(node) {
      const [address, base] = node.arguments;
      const isModuleAddress = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL' && isModuleAddress) add(address);
    },
  }).visit(program);
  return found;
}

function sourceFiles(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`);
}

/** The imports of every TypeScript file in `folders` (paths from `root`). Folders named by an address are left out. */
export function readImports(root: string, folders: readonly string[]): ImportMap {
  const map: ImportMap = new Map();
  for (const file of folders.flatMap((folder) => sourceFiles(root, folder))) {
    const imports: Import[] = [];
    for (const specifier of specifiersOf(file, readFileSync(path.join(root, file), 'utf8'))) {
      if (!specifier.startsWith('.')) {
        imports.push({ pack: packageOf(specifier) });
        continue;
      }
      const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
      if (/\.\w+$/.test(target)) imports.push({ file: target });
    }
    map.set(file, imports);
  }
  return map;
}
