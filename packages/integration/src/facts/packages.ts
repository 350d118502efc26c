/** Stands for the application's own code among the packages of a stack. */
export const APPLICATION = '.';
/** Stands for the JavaScript runtime. */
export const RUNTIME = 'node';

/** Whose code a stack frame's file is: an npm package, the runtime, or the application. */
export function ownerOf(file: string | undefined): string {
  if (!file || /^(?:node:|internal\/|native|<anonymous>|ext:|bun:)/.test(file)) return RUNTIME;
  return packageOf(file) ?? APPLICATION;
}

/** The npm package a file belongs to, by its last `node_modules` folder (pnpm nests them). */
export function packageOf(file: string): string | undefined {
  const path = file.replaceAll('\\', '/');
  const at = path.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const [first = '', second = ''] = path.slice(at + 'node_modules/'.length).split('/', 2);
  return first.startsWith('@') ? `${first}/${second}` : first;
}
